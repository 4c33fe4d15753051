package io.facestream.explain.change;

import io.facestream.decision.Contender;
import io.facestream.decision.Decision;
import io.facestream.decision.NearerExample;
import io.facestream.decision.ThresholdPolicy.FalseAlertShare;
import io.facestream.decision.ThresholdPolicy.Fixed;
import io.facestream.explain.change.Change.Kind;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What would have made the best person a match. */
final class TowardsAMatch {
  private final OtherPolicies policies;
  private final Searched face;
  private final Decision now;
  private final AppliedThreshold needed;
  private final double reached;

  /** The margin that was asked for. */
  private final double asked;

  /** The margin that lets the best person pass, and what to say of it. */
  private final double margin;

  private final String besides;
  private final List<Change> changes = new ArrayList<>();

  TowardsAMatch(OtherPolicies policies, Searched face, Decision now) {
    this.policies = policies;
    this.face = face;
    this.now = now;
    this.needed = now.threshold();
    this.reached = face.best().similarity();
    this.asked = policies.marginFor(face);
    boolean ahead = now.margin() >= asked;
    this.margin = ahead ? asked : Figures.floor(now.margin());
    this.besides = ahead ? "" : ", and " + marginText();
  }

  List<Change> changes() {
    withoutExample();
    if (now.reasonCode() == ReasonCode.TOO_CLOSE) {
      changes.add(new Change(Kind.MARGIN, marginText()));
    } else {
      lowerThreshold();
      moreFalseAlerts();
      smallerGallery();
    }
    nearerPhoto();
    if (now.reasonCode() == ReasonCode.TOO_CLOSE) {
      onePerson();
    }
    return changes;
  }

  private String marginText() {
    return String.format(
        Locale.ROOT,
        "a margin of %s or less instead of %s",
        Figures.cosine(margin),
        Figures.cosine(asked));
  }

  private void withoutExample() {
    NearerExample nearer = face.best().nearer();
    if (nearer != null && policies.decide(face.withoutExample()).isMatch()) {
      changes.add(
          new Change(
              Kind.NEGATIVE_EXAMPLE,
              String.format(
                  Locale.ROOT,
                  "%s erased, the face marked as not %s, or after its end, %s",
                  nearer.templateId(),
                  face.best().personId(),
                  nearer.until())));
    }
  }

  private void lowerThreshold() {
    Fixed lower = new Fixed(Math.max(-1, Figures.floor(reached)));
    if (policies.decide(face, lower, margin).isMatch()) {
      changes.add(
          new Change(
              Kind.THRESHOLD,
              String.format(
                  Locale.ROOT,
                  "a threshold of %s or lower instead of %s (%s)%s",
                  Figures.cosine(lower.cosine()),
                  Figures.cosine(needed.cosine()),
                  needed.origin(),
                  besides)));
    }
  }

  private void moreFalseAlerts() {
    OptionalDouble found = policies.leastShareFor(reached, needed);
    if (found.isEmpty()) {
      return;
    }
    double share = Figures.ceilShare(found.getAsDouble());
    if (policies.decide(face, new FalseAlertShare(share), margin).isMatch()) {
      changes.add(
          new Change(
              Kind.FALSE_ALERTS,
              String.format(
                  Locale.ROOT,
                  "%s of strangers' visits that may be named instead of %s%s",
                  Figures.share(share),
                  Figures.share(needed.falseAlerts()),
                  besides)));
    }
  }

  private void smallerGallery() {
    long templates = policies.mostTemplatesFor(reached, needed);
    if (templates >= 1
        && policies
            .decide(face.among(templates), new FalseAlertShare(needed.falseAlerts()), margin)
            .isMatch()) {
      changes.add(
          new Change(
              Kind.GALLERY_SIZE,
              String.format(
                  Locale.ROOT,
                  "a gallery of %s or fewer instead of %,d%s",
                  Figures.templates(templates),
                  needed.templates(),
                  besides)));
    }
  }

  private void nearerPhoto() {
    Contender best = face.best();
    double least = needed.cosine();
    if (face.bestFirst().size() > 1) {
      least = Math.max(least, face.bestFirst().get(1).similarity() + asked);
    }
    if (best.nearer() != null) {
      least = Math.max(least, best.nearer().similarity());
    }
    if (least <= 1) {
      changes.add(
          new Change(
              Kind.PHOTOS,
              String.format(
                  Locale.ROOT,
                  "another photo of %s, if that is who it is, that comes to %s or nearer; the"
                      + " nearest now is %s at %s",
                  best.personId(),
                  Figures.cosine(least),
                  face.photos().get(0),
                  Figures.cosine(best.similarity()))));
    }
  }

  private void onePerson() {
    changes.add(
        new Change(
            Kind.PHOTOS,
            String.format(
                Locale.ROOT,
                "%s and %s under one id, if they are one person (%s and %s)",
                face.best().personId(),
                face.bestFirst().get(1).personId(),
                face.photos().get(0),
                face.photos().get(1))));
  }
}
