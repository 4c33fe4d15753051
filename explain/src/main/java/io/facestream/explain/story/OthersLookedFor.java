package io.facestream.explain.story;

import io.facestream.decision.DecisionRule;
import io.facestream.decision.Policies;
import io.facestream.explain.change.Change;
import io.facestream.explain.change.Change.Kind;
import io.facestream.explain.change.Searched;
import io.facestream.explain.gallery.WholeGallery;
import io.facestream.explain.story.FaceStory.NotSearched;
import io.facestream.explain.story.FaceStory.NotSearched.Why;
import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.search.SearchSettings;
import io.facestream.job.search.TemplateHit;
import io.facestream.job.verdict.Contenders;
import io.facestream.job.verdict.MergedFrame;
import io.facestream.policies.PolicyText;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What would have led to another answer by looking for somebody who was not looked for. Each is
 * searched for once more, and told only when the answer is another then.
 */
final class OthersLookedFor {
  private final WholeGallery gallery;
  private final SearchSettings search;
  private final DecisionRule rule;
  private final Policies policies;
  private final Contenders contenders;

  OthersLookedFor(
      WholeGallery gallery, SearchSettings search, DecisionRule rule, Policies policies) {
    this.gallery = gallery;
    this.search = search;
    this.rule = rule;
    this.policies = policies;
    this.contenders = new Contenders(gallery.examples());
  }

  /** A face as it was searched. */
  Searched searched(int face, List<TemplateHit> persons, ProbeFrame frame, long templates) {
    return new Searched(
        contenders.of(
            persons,
            frame.probes().get(face).embedding(),
            frame.frame().capturedAt().toEpochMilli()),
        persons.stream().map(TemplateHit::templateId).toList(),
        frame.cameraId(),
        templates);
  }

  /**
   * What would have led to another answer.
   *
   * @param face its place among the probes
   * @param notSearched who resembles it more than anybody who was looked for
   * @param frame with all watchlists in scope
   * @param outOfScope the watchlists that were not looked for
   */
  List<Change> changes(
      int face,
      Searched now,
      List<NotSearched> notSearched,
      ProbeFrame frame,
      Set<String> outOfScope) {
    List<Change> changes = new ArrayList<>();
    Set<String> lists = new LinkedHashSet<>();
    ProbeFrame asSearched = frame.without(outOfScope);
    for (NotSearched person : notSearched) {
      if (person.why() == Why.SCOPE) {
        lists.addAll(person.watchlists());
      } else {
        MergedFrame valid =
            gallery.searchAsIfValid(asSearched, search, now.templates(), person.templateId());
        if (isAnother(face, now, valid, now.templates())) {
          changes.add(longerValidity(person, frame.frame().capturedAt()));
        }
      }
    }
    for (String list : lists) {
      Set<String> others = new TreeSet<>(outOfScope);
      others.remove(list);
      ProbeFrame scoped = frame.without(others);
      long templates = gallery.templates(scoped.scope());
      if (isAnother(face, now, gallery.search(scoped, search, templates), templates)) {
        changes.add(widerScope(list, frame.cameraId()));
      }
    }
    return changes;
  }

  private boolean isAnother(int face, Searched now, MergedFrame then, long templates) {
    List<TemplateHit> persons = then.persons().get(face).hits();
    return !Objects.equals(named(now), named(searched(face, persons, then.frame(), templates)));
  }

  /** Null for nobody. */
  private String named(Searched face) {
    return face.by(rule).isMatch() ? face.bestFirst().get(0).personId() : null;
  }

  private static Change longerValidity(NotSearched person, Instant at) {
    boolean ended = person.validUntil() != null && !at.isBefore(person.validUntil());
    return new Change(
        Kind.VALIDITY,
        ended
            ? person.templateId()
                + " valid until after "
                + at
                + ", not "
                + person.validUntil()
                + ": another validUntil, and the photo loaded anew"
            : person.templateId()
                + " valid from "
                + at
                + " on, not "
                + person.validFrom()
                + ": another validFrom, and the photo loaded anew");
  }

  private Change widerScope(String list, String cameraId) {
    PolicyKey key = PolicyKey.watchlist(list);
    List<String> cameras = new ArrayList<>(policies.camerasOf(key));
    cameras.add(cameraId);
    Policy wider = new Policy(null, null, null, null, null, null, cameras);
    return new Change(Kind.SCOPE, key + " looked for here, too", key + "." + PolicyText.of(wider));
  }
}
