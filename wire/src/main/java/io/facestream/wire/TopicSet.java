package io.facestream.wire;

import java.util.List;

/**
 * The topics of one job: those with the usual names are {@link Topics#USUAL}.
 *
 * @param frames pictures
 * @param gallery who is enrolled
 * @param policies what the operator has laid down
 * @param verdicts an answer for each frame
 * @param alerts matches
 * @param sightings visits
 * @param analyses what analysers say of faces
 * @param framesDlq frames that could not be analysed
 * @param galleryDlq gallery records that could not be used
 * @param policiesDlq policies that could not be used
 */
public record TopicSet(
    TopicSpec frames,
    TopicSpec gallery,
    TopicSpec policies,
    TopicSpec verdicts,
    TopicSpec alerts,
    TopicSpec sightings,
    TopicSpec analyses,
    TopicSpec framesDlq,
    TopicSpec galleryDlq,
    TopicSpec policiesDlq) {

  /** All of them, in the order in which a frame meets them. */
  public List<TopicSpec> all() {
    return List.of(
        frames,
        gallery,
        policies,
        verdicts,
        alerts,
        sightings,
        analyses,
        framesDlq,
        galleryDlq,
        policiesDlq);
  }

  /** The same topics under names that begin with a prefix. */
  public TopicSet prefixed(String prefix) {
    return new TopicSet(
        frames.named(prefix + frames.name()),
        gallery.named(prefix + gallery.name()),
        policies.named(prefix + policies.name()),
        verdicts.named(prefix + verdicts.name()),
        alerts.named(prefix + alerts.name()),
        sightings.named(prefix + sightings.name()),
        analyses.named(prefix + analyses.name()),
        framesDlq.named(prefix + framesDlq.name()),
        galleryDlq.named(prefix + galleryDlq.name()),
        policiesDlq.named(prefix + policiesDlq.name()));
  }

  /** The same with another topic of frames. */
  public TopicSet withFrames(TopicSpec other) {
    return new TopicSet(
        other,
        gallery,
        policies,
        verdicts,
        alerts,
        sightings,
        analyses,
        framesDlq,
        galleryDlq,
        policiesDlq);
  }
}
