package io.facestream.explain.change;

import io.facestream.decision.Decision;
import io.facestream.decision.ThresholdPolicy;
import io.facestream.decision.ThresholdPolicy.FalseAlertShare;
import io.facestream.decision.ThresholdPolicy.Fixed;
import io.facestream.explain.change.Change.Kind;
import io.facestream.wire.AppliedThreshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What would have left a match unknown. */
final class AwayFromAMatch {
  private final OtherPolicies policies;
  private final Searched face;
  private final Decision now;
  private final AppliedThreshold needed;
  private final double reached;

  /** The margin that was asked for. */
  private final double asked;

  private final List<Change> changes = new ArrayList<>();

  AwayFromAMatch(OtherPolicies policies, Searched face, Decision now) {
    this.policies = policies;
    this.face = face;
    this.now = now;
    this.needed = now.threshold();
    this.reached = face.best().similarity();
    this.asked = policies.marginFor(face);
  }

  List<Change> changes() {
    higherThreshold();
    fewerFalseAlerts();
    largerGallery();
    largerMargin();
    return changes;
  }

  private void higherThreshold() {
    double higher = Figures.above(reached);
    if (higher <= 1 && unknownWith(new Fixed(higher))) {
      changes.add(
          new Change(
              Kind.THRESHOLD,
              String.format(
                  Locale.ROOT,
                  "a threshold of %s or higher instead of %s (%s)",
                  Figures.cosine(higher),
                  Figures.cosine(needed.cosine()),
                  needed.origin())));
    }
  }

  private void fewerFalseAlerts() {
    OptionalDouble found = policies.mostShareAbove(reached, needed);
    if (found.isEmpty()) {
      return;
    }
    double share = Figures.floorShare(found.getAsDouble());
    if (unknownWith(new FalseAlertShare(share))) {
      changes.add(
          new Change(
              Kind.FALSE_ALERTS,
              String.format(
                  Locale.ROOT,
                  "%s of strangers' visits that may be named instead of %s",
                  Figures.share(share),
                  Figures.share(needed.falseAlerts()))));
    }
  }

  private void largerGallery() {
    long templates = policies.leastTemplatesBeyond(reached, needed);
    if (templates > 0 && !policies.decide(face.among(templates)).isMatch()) {
      changes.add(
          new Change(
              Kind.GALLERY_SIZE,
              String.format(
                  Locale.ROOT,
                  "a gallery of %s or more instead of %,d",
                  Figures.templates(templates),
                  needed.templates())));
    }
  }

  private void largerMargin() {
    double margin = Figures.above(now.margin());
    if (face.bestFirst().size() > 1 && !policies.decide(face, asItIs(), margin).isMatch()) {
      changes.add(
          new Change(
              Kind.MARGIN,
              String.format(
                  Locale.ROOT,
                  "a margin of %s or more instead of %s (the next is %s)",
                  Figures.cosine(margin),
                  Figures.cosine(asked),
                  face.bestFirst().get(1).personId())));
    }
  }

  private boolean unknownWith(ThresholdPolicy threshold) {
    return !policies.decide(face, threshold, asked).isMatch();
  }

  private ThresholdPolicy asItIs() {
    return needed.falseAlerts() == null
        ? new Fixed(needed.cosine())
        : new FalseAlertShare(needed.falseAlerts());
  }
}
