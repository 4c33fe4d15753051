package io.facestream.job.frames;

import io.facestream.wire.FrameRequest;
import io.facestream.wire.Zone;
import java.util.List;

/**
 * A record of {@code frames} as read.
 *
 * @param partition partition it was read from
 * @param offset offset within the partition
 * @param capturedAtMillis the record's timestamp, milliseconds since the epoch
 * @param key the record's key as it came, or null when it had none
 * @param refusal why key or headers cannot be taken, or null when they can
 * @param cameraId {@link io.facestream.wire.CameraIds#of} of the key, or null when it is refused
 * @param sequence the camera's own frame number, or −1 when the record carries none
 * @param request what a one-shot picture asks, or null for the frame of a camera
 * @param picture the encoded picture, or null when the record had no value
 * @param analysers names of those that are to look at its faces; null when none is
 * @param refusedAnalysers those that the request names and a policy refuses; null when none is
 * @param ignored zones in which faces are ignored; null when there are none
 */
public record RawFrame(
    int partition,
    long offset,
    long capturedAtMillis,
    byte[] key,
    String refusal,
    String cameraId,
    long sequence,
    FrameRequest request,
    byte[] picture,
    List<String> analysers,
    List<String> refusedAnalysers,
    List<Zone> ignored) {

  /** As read: nobody has said yet what policies say of it. */
  public RawFrame(
      int partition,
      long offset,
      long capturedAtMillis,
      byte[] key,
      String refusal,
      String cameraId,
      long sequence,
      FrameRequest request,
      byte[] picture) {
    this(
        partition,
        offset,
        capturedAtMillis,
        key,
        refusal,
        cameraId,
        sequence,
        request,
        picture,
        null,
        null,
        null);
  }

  /** The same frame for analysers. */
  public RawFrame asking(List<String> analysers, List<String> refused) {
    return new RawFrame(
        partition,
        offset,
        capturedAtMillis,
        key,
        refusal,
        cameraId,
        sequence,
        request,
        picture,
        analysers.isEmpty() ? null : analysers,
        refused.isEmpty() ? null : refused,
        ignored);
  }

  /** The same frame, in which faces are ignored in some zones. */
  public RawFrame ignoring(List<Zone> zones) {
    return new RawFrame(
        partition,
        offset,
        capturedAtMillis,
        key,
        refusal,
        cameraId,
        sequence,
        request,
        picture,
        analysers,
        refusedAnalysers,
        zones.isEmpty() ? null : zones);
  }
}
