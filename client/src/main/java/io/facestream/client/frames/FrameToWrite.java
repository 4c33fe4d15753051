package io.facestream.client.frames;

import io.facestream.wire.FrameRequest;

/**
 * A picture as it goes onto the frames topic.
 *
 * @param cameraId the record's key
 * @param picture the encoded bytes, as is
 * @param capturedAtMillis capture time, milliseconds since 1970
 * @param contentType media type such as {@code image/jpeg}, or null
 * @param sequence number within the camera from 0 in the order of decoding, or {@link
 *     #NOT_NUMBERED}
 * @param request what a one-shot picture asks; null for the frame of a camera
 */
public record FrameToWrite(
    String cameraId,
    byte[] picture,
    long capturedAtMillis,
    String contentType,
    long sequence,
    FrameRequest request) {
  /** The job counts the camera's frames itself. */
  public static final long NOT_NUMBERED = -1;

  /** A frame of a camera. */
  public static FrameToWrite of(
      String cameraId, long sequence, long capturedAtMillis, byte[] picture, String contentType) {
    return new FrameToWrite(cameraId, picture, capturedAtMillis, contentType, sequence, null);
  }

  /** The same as a one-shot picture. */
  public FrameToWrite asking(FrameRequest what) {
    return new FrameToWrite(cameraId, picture, capturedAtMillis, contentType, sequence, what);
  }
}
