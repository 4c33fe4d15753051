package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Where a camera on the network is read, and how; the value of a record on {@code cameras}, JSON
 * Schema {@code camera-1.json}, read by {@link CameraRecords}. What is null is as the reader has it
 * by default.
 *
 * @param url with the user and the password, if the camera asks for them; never to be shown
 * @param enabled whether it is read; null: it is
 * @param rate pictures per second at most, above 0; null: the camera's own
 * @param maxWidth wider pictures are scaled down to this many pixels; null: never
 * @param jpegQuality 1…100, where pictures are encoded by the reader
 * @param rotate clockwise by 0, 90, 180 or 270 degrees; null: 0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CameraSource(
    String url,
    Boolean enabled,
    Double rate,
    Integer maxWidth,
    Integer jpegQuality,
    Integer rotate) {

  /** A camera with everything at its default. */
  public static CameraSource of(String url) {
    return new CameraSource(url, null, null, null, null, null);
  }

  /** Whether it is read. */
  public boolean runs() {
    return !Boolean.FALSE.equals(enabled);
  }

  /** What may be shown of its address: scheme, host and port. */
  public String address() {
    return Addresses.shown(url);
  }

  /** Without what may not be shown of its address. */
  @Override
  public String toString() {
    return "camera at " + address();
  }
}
