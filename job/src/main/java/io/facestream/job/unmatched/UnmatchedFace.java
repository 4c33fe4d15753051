package io.facestream.job.unmatched;

import io.facestream.job.frames.Probe;
import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.search.TemplateHit;
import io.facestream.wire.Box;
import io.facestream.wire.FrameRef;
import java.util.List;

/**
 * A usable face for which the judge named nobody. It leaves the judge only where somebody asked for
 * it, because with its embedding strangers could be told apart.
 *
 * @param frameId {@link io.facestream.wire.Ids#frameId}, the verdict's id
 * @param cameraId the camera
 * @param frame the frame
 * @param face number of the face among those of the frame, from 0
 * @param box where it is, relative to the frame
 * @param track {@link io.facestream.wire.Ids#trackId}, or null when the face is not followed
 * @param embedding unit vector of the embedder's dimension, or null when the face is carried
 * @param near of a face that was searched, the persons it resembles most, best first, at most
 *     {@value #NEAR}
 * @param templates templates among which was searched; of a carried face, those of the view it was
 *     judged on; 0 when none was
 */
public record UnmatchedFace(
    String frameId,
    String cameraId,
    FrameRef frame,
    int face,
    Box box,
    String track,
    float[] embedding,
    List<NearPerson> near,
    long templates) {
  /** A margin is that to the next person, who may be the second when the first is enrolled anew. */
  public static final int NEAR = 2;

  /**
   * A face of a frame.
   *
   * @param face its number among the frame's probes
   * @param persons the best template of each person that its own search found, best first
   */
  public static UnmatchedFace of(
      ProbeFrame frame, int face, List<TemplateHit> persons, long templates) {
    Probe probe = frame.probes().get(face);
    return new UnmatchedFace(
        frame.frameId(),
        frame.cameraId(),
        frame.frame(),
        face,
        probe.place().box(),
        probe.place().track(),
        probe.embedding(),
        persons.stream().limit(NEAR).map(NearPerson::of).toList(),
        templates);
  }

  /** Whether it was searched itself. */
  public boolean searched() {
    return embedding != null;
  }

  /** Capture time, milliseconds since the epoch. */
  public long time() {
    return frame.capturedAt().toEpochMilli();
  }
}
