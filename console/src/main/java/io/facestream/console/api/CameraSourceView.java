package io.facestream.console.api;

import io.facestream.client.cameras.StoredCamera;
import io.facestream.wire.CameraSource;
import java.time.Instant;

/**
 * Where a camera is read, for the API: without the user, password, path and query of its address,
 * which no answer tells.
 *
 * @param address scheme, host and port
 * @param version offset of its record
 */
record CameraSourceView(
    String camera,
    String address,
    boolean enabled,
    Double rate,
    Integer maxWidth,
    Integer jpegQuality,
    Integer rotate,
    long version,
    Instant since) {
  static CameraSourceView of(String camera, StoredCamera stored) {
    CameraSource source = stored.source();
    return new CameraSourceView(
        camera,
        source.address(),
        source.runs(),
        source.rate(),
        source.maxWidth(),
        source.jpegQuality(),
        source.rotate(),
        stored.version(),
        stored.since());
  }

  /** By version and time: of a topic made anew the versions begin again. */
  static String etag(StoredCamera stored) {
    return "\"" + stored.version() + "-" + stored.since().toEpochMilli() + "\"";
  }
}
