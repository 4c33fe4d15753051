package io.facestream.explain.story;

import io.facestream.decision.Calibration;
import io.facestream.decision.Contender;
import io.facestream.decision.DecisionRule;
import io.facestream.decision.Policies;
import io.facestream.decision.SearchScope;
import io.facestream.decision.StatedPolicy;
import io.facestream.explain.change.Change;
import io.facestream.explain.change.Changes;
import io.facestream.explain.change.PictureChanges;
import io.facestream.explain.change.Searched;
import io.facestream.explain.gallery.WholeGallery;
import io.facestream.explain.picture.SeenFace;
import io.facestream.explain.picture.SeenPicture;
import io.facestream.explain.story.FaceStory.GateMeasure;
import io.facestream.explain.story.FaceStory.Nearest;
import io.facestream.explain.story.FaceStory.NotSearched;
import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.gallery.Template;
import io.facestream.job.search.SearchSettings;
import io.facestream.job.search.TemplateHit;
import io.facestream.job.verdict.Judge;
import io.facestream.job.verdict.MergedFrame;
import io.facestream.vision.face.PixelBox;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.quality.Measurement;
import io.facestream.wire.Face;
import io.facestream.wire.FrameRef;
import io.facestream.wire.Models;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.Recording;
import io.facestream.wire.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tells the story of pictures in one gallery under one set of policies. */
public final class Explainer {
  private final ModelPack pack;
  private final WholeGallery gallery;
  private final String topic;
  private final SearchSettings search;
  private final DecisionRule rule;
  private final Changes changes;
  private final Judge judge;
  private final OthersLookedFor others;
  private final int shown;

  /**
   * An explainer.
   *
   * @param topic name of the gallery's topic
   * @param search finds at least as many persons as are shown
   * @param shown persons to tell of each face
   */
  public Explainer(
      ModelPack pack,
      WholeGallery gallery,
      String topic,
      Policies policies,
      SearchSettings search,
      int shown) {
    this.pack = pack;
    this.gallery = gallery;
    this.topic = topic;
    this.search = search;
    this.shown = shown;
    Calibration calibration =
        pack.embedder().falseMatches() == null
            ? null
            : new Calibration(pack.embedder().falseMatches());
    this.rule = new DecisionRule(policies, calibration);
    this.changes = new Changes(policies, calibration);
    this.judge =
        Judge.ofSingleFrames(
            new DecisionRule(recordingAll(policies), calibration),
            1,
            models(pack),
            gallery.examples());
    this.others = new OthersLookedFor(gallery, search, rule, policies);
  }

  /** Whoever asks about a picture has it: no face is left out. */
  private static Policies recordingAll(Policies policies) {
    Map<PolicyKey, Policy> ofOptions = new HashMap<>();
    policies.ofOptions().forEach((key, policy) -> ofOptions.put(key, recordingAll(policy)));
    Map<PolicyKey, StatedPolicy> stated = new HashMap<>();
    policies
        .stated()
        .forEach(
            (key, policy) ->
                stated.put(key, new StatedPolicy(recordingAll(policy.policy()), policy.version())));
    return new Policies(ofOptions, stated);
  }

  private static Policy recordingAll(Policy policy) {
    return new Policy(
        policy.threshold(),
        policy.falseAlerts(),
        policy.margin(),
        policy.confirm(),
        policy.reviewRequired(),
        null,
        policy.cameras());
  }

  /** The models of a pack, as verdicts name them. */
  public static Models models(ModelPack pack) {
    return new Models(pack.name(), pack.detector().modelId(), pack.embedder().modelId());
  }

  /**
   * The story of a picture in which everybody is looked for.
   *
   * @param name the file, or the id of the frame
   * @param cameraId by whose thresholds it is judged, and whose people are looked for; empty for a
   *     picture that is of no camera
   * @param at when it was taken, which decides on who is valid
   */
  public Story explain(String name, String cameraId, Instant at, SeenPicture seen) {
    FrameRef frame = new FrameRef(0, 0, 0, at, seen.width(), seen.height(), null);
    return explain(name, cameraId, frame, seen);
  }

  /**
   * The story of a frame, or of a picture that was handed in.
   *
   * @param ref when it was taken and what is asked of it
   */
  public Story explain(String name, String cameraId, FrameRef ref, SeenPicture seen) {
    Instant at = ref.capturedAt();
    ProbeFrame frame =
        new ProbeFrame(name, ProbeFrame.UNNUMBERED, cameraId, ref, seen.probes(), 0, 0);
    Set<String> outOfScope = rule.reach().outOfScopeAt(cameraId);
    ProbeFrame scoped = frame.without(outOfScope);
    long inReach = gallery.templates(scoped.scope());
    MergedFrame merged = gallery.search(scoped, search, inReach);
    MergedFrame everybody = gallery.searchAtAnyTime(frame, search);
    Verdict verdict = judge.judge(merged);
    List<FaceStory> faces = new ArrayList<>();
    for (int i = 0; i < seen.faces().size(); i++) {
      faces.add(
          story(
              i,
              seen.faces().get(i),
              verdict.faces().get(i),
              merged.persons().get(i).hits(),
              notSearched(everybody.persons().get(i).hits(), scoped.scope(), at),
              frame,
              outOfScope,
              inReach));
    }
    return new Story(
        name,
        cameraId,
        seen.width(),
        seen.height(),
        verdict.models(),
        new Story.Searched(
            topic, gallery.templates(), inReach, gallery.people(), gallery.offsets()),
        verdict.outcome(),
        faces,
        seen.otherwise(),
        null);
  }

  /** Those before the first who is looked for. */
  private List<NotSearched> notSearched(
      List<TemplateHit> bestFirst, SearchScope scope, Instant at) {
    List<NotSearched> found = new ArrayList<>();
    for (TemplateHit hit : bestFirst.stream().limit(shown).toList()) {
      Template template = gallery.template(hit.templateId());
      boolean inReach = template.isInReach(scope);
      if (inReach && template.isValidAt(at.toEpochMilli())) {
        break;
      }
      found.add(
          new NotSearched(
              template.personId(),
              template.name(),
              template.watchlists(),
              hit.templateId(),
              hit.similarity(),
              inReach ? NotSearched.Why.VALIDITY : NotSearched.Why.SCOPE,
              instant(template.validFrom()),
              instant(template.validUntil())));
    }
    return found;
  }

  private static Instant instant(Long millisOrNull) {
    return millisOrNull == null ? null : Instant.ofEpochMilli(millisOrNull);
  }

  private FaceStory story(
      int index,
      SeenFace face,
      Face answer,
      List<TemplateHit> persons,
      List<NotSearched> notSearched,
      ProbeFrame frame,
      Set<String> outOfScope,
      long inReach) {
    String cameraId = frame.cameraId();
    PixelBox box = face.found().face().box();
    return new FaceStory(
        index + 1,
        List.of(
            Math.round(box.x()),
            Math.round(box.y()),
            Math.round(box.width()),
            Math.round(box.height())),
        face.gate().stream().map(Explainer::gateMeasure).toList(),
        answer,
        nearest(persons, cameraId, inReach),
        notSearched,
        answer.match() == null
            || rule.recordingFor(Judge.contender(persons.get(0)), cameraId) == Recording.ALL,
        persons.isEmpty() ? null : rule.marginFor(Judge.contender(persons.get(0)), cameraId),
        face.found().usable()
            ? changes(index, persons, notSearched, frame, outOfScope, inReach)
            : PictureChanges.of(face.found().rejection(), face.gate()),
        !frame.frame().answersRequest() && rule.ignores(cameraId, face.probe().place().box()));
  }

  private static GateMeasure gateMeasure(Measurement m) {
    return new GateMeasure(
        m.measure().name().toLowerCase(Locale.ROOT),
        m.value(),
        Double.isInfinite(m.least()) ? null : m.least(),
        Double.isInfinite(m.most()) ? null : m.most(),
        m.passes());
  }

  private List<Change> changes(
      int index,
      List<TemplateHit> persons,
      List<NotSearched> notSearched,
      ProbeFrame frame,
      Set<String> outOfScope,
      long inReach) {
    Searched now = others.searched(index, persons, frame, inReach);
    List<Change> all = new ArrayList<>(others.changes(index, now, notSearched, frame, outOfScope));
    all.addAll(changes.forAnotherAnswer(now));
    return all;
  }

  private List<Nearest> nearest(List<TemplateHit> persons, String cameraId, long inReach) {
    List<Nearest> nearest = new ArrayList<>();
    for (int i = 0; i < Math.min(shown, persons.size()); i++) {
      TemplateHit hit = persons.get(i);
      Contender contender = Judge.contender(hit);
      nearest.add(
          new Nearest(
              contender.personId(),
              hit.template().name(),
              contender.watchlists(),
              gallery.photosOf(contender.personId()),
              hit.templateId(),
              hit.similarity(),
              rule.thresholdFor(contender, cameraId, inReach),
              i + 1 < persons.size() ? hit.similarity() - persons.get(i + 1).similarity() : null));
    }
    return nearest;
  }
}
