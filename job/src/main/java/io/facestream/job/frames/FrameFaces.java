package io.facestream.job.frames;

import io.facestream.wire.FrameRef;
import java.util.List;

/**
 * What detection found in a frame. Only crops travel on, never the frame.
 *
 * @param frameId {@link io.facestream.wire.Ids#frameId}
 * @param number number of the frame among those of its routing key that go on, from 1 without a gap
 * @param cameraId the camera
 * @param frame the frame
 * @param faces its faces, largest first; none of those that are ignored
 * @param detectMs time for decoding, detection, alignment and quality, milliseconds
 * @param ignored how many faces are ignored where they stand
 */
public record FrameFaces(
    String frameId,
    long number,
    String cameraId,
    FrameRef frame,
    List<FaceCrop> faces,
    double detectMs,
    int ignored) {

  /** Of a frame in which no face is ignored. */
  public FrameFaces(
      String frameId,
      long number,
      String cameraId,
      FrameRef frame,
      List<FaceCrop> faces,
      double detectMs) {
    this(frameId, number, cameraId, frame, faces, detectMs, 0);
  }
}
