package io.facestream.job.verdict;

import io.facestream.decision.Contender;
import io.facestream.decision.DecisionRule;
import io.facestream.decision.SearchScope;
import io.facestream.job.frames.Probe;
import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.search.TemplateHit;
import io.facestream.job.tracks.TrackEvidence;
import io.facestream.job.tracks.TrackMemory;
import io.facestream.wire.Confirmation;
import io.facestream.wire.GalleryView;
import java.util.List;

/** Brings a face of a frame together with what the other views of its track have shown. */
final class FollowedFaces {
  /** How much later a frame must be, before it is noted that a track was seen again. */
  private static final long NOTED_EVERY_MILLIS = 5_000;

  private final DecisionRule rule;
  private final Contenders contenders;
  private final double sameFace;

  /**
   * Follows by a rule.
   *
   * @param sameFace cosine from which two views show the same face, −1…1
   */
  FollowedFaces(DecisionRule rule, Contenders contenders, double sameFace) {
    this.rule = rule;
    this.contenders = contenders;
    this.sameFace = sameFace;
  }

  /**
   * What a face is judged on.
   *
   * @param probe of a face that was not rejected
   * @param found what its own search returned; empty when it was not searched
   * @param gallery in which that was searched, or null
   */
  Basis basisOf(
      Probe probe,
      List<TemplateHit> found,
      GalleryView gallery,
      ProbeFrame frame,
      TrackMemory tracks) {
    String track = probe.place().track();
    if (track == null) {
      return Basis.ofSearch(found, gallery, probe.embedding());
    }
    long seenAt = frame.frame().capturedAt().toEpochMilli();
    TrackEvidence known = forFrame(frame, tracks.get(track));
    if (probe.embedding() != null) {
      known = with(known, viewOf(probe, found, gallery, frame, seenAt), frame.cameraId());
      tracks.put(track, known);
    } else if (known != null && seenAt - known.seenAt() >= NOTED_EVERY_MILLIS) {
      tracks.put(track, known.seenAgain(seenAt));
    }
    return known == null ? Basis.NOTHING : Basis.ofTrack(known, frame.frameId());
  }

  /**
   * An earlier view must not speak for somebody beyond the end of their validity, nor for somebody
   * who is no longer looked for at the camera.
   */
  private TrackEvidence forFrame(ProbeFrame frame, TrackEvidence earlier) {
    if (earlier == null) {
      return null;
    }
    long capturedAt = frame.frame().capturedAt().toEpochMilli();
    SearchScope scope = rule.reach().scopeOf(frame.cameraId(), frame.frame().scope());
    return earlier.ofThose(template -> template.isValidAt(capturedAt) && template.isInReach(scope));
  }

  private TrackEvidence viewOf(
      Probe probe, List<TemplateHit> found, GalleryView gallery, ProbeFrame frame, long seenAt) {
    List<Contender> persons = contenders.of(found, probe.embedding(), seenAt);
    boolean names = rule.decide(persons, frame.cameraId(), templatesOf(gallery)).isMatch();
    return TrackEvidence.of(
        frame.frameId(),
        found,
        gallery,
        probe.embedding(),
        names ? persons.get(0).personId() : null,
        seenAt);
  }

  private TrackEvidence with(TrackEvidence known, TrackEvidence view, String cameraId) {
    TrackEvidence all = known == null ? view : known.with(view, sameFace);
    if (view.persons().isEmpty()) {
      return all;
    }
    Contender person = Judge.contender(view.persons().get(0));
    Confirmation needed = rule.confirmationFor(person, cameraId);
    return all.viewsNaming(person.personId(), needed.of()) >= needed.views()
        ? all.confirming(person.personId())
        : all;
  }

  private static long templatesOf(GalleryView gallery) {
    return gallery == null ? 0 : gallery.templates();
  }
}
