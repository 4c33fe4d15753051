package io.facestream.ingest.camera;

import io.facestream.ingest.source.SourceOptions;
import io.facestream.ingest.source.SourceUrl;
import io.facestream.wire.Addresses;
import io.facestream.wire.CameraRecords;
import io.facestream.wire.CameraSource;
import java.util.Locale;

/**
 * One camera of the list.
 *
 * @param id the key of its frames; letters, digits, {@code . _ -}, so that it fits into topics,
 *     file names and alert ids
 * @param url see {@link FrameSources#open(String)}
 * @param pace speed of a source with an end
 * @param loop whether a source with an end starts again at its end
 * @param buffer pictures that wait for Kafka before a live camera drops the oldest, at least 1
 * @param options how the source is read
 */
public record Camera(
    String id, String url, Pace pace, boolean loop, int buffer, SourceOptions options) {
  /** About a second of an ordinary camera. */
  public static final int DEFAULT_BUFFER = 30;

  /** Checks id and URL; the message of the exception is one line. */
  public Camera {
    if (id == null || !CameraRecords.isName(id)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is no camera id. Use 1 to 100 letters, digits, '.', '_' or '-'",
              Addresses.quoted(String.valueOf(id))));
    }
    if (buffer < 1) {
      throw new IllegalArgumentException("buffer must be at least 1, not " + buffer);
    }
    SourceUrl.parse(url);
  }

  /** Without what may not be shown of its address. */
  @Override
  public String toString() {
    return id + " at " + SourceUrl.parse(url).label();
  }

  /** A camera with everything at its default: its own pace, no loop. */
  public static Camera of(String id, String url) {
    return new Camera(id, url, Pace.OWN, false, DEFAULT_BUFFER, SourceOptions.defaults());
  }

  /**
   * A camera of the topic of cameras.
   *
   * @throws IllegalArgumentException with one line when it cannot be read
   */
  public static Camera of(String id, CameraSource source) {
    SourceOptions usual = SourceOptions.defaults();
    SourceOptions options =
        new SourceOptions(
            source.rate() == null ? usual.rate() : source.rate(),
            source.maxWidth() == null ? usual.maxWidth() : source.maxWidth(),
            source.jpegQuality() == null ? usual.jpegQuality() : source.jpegQuality(),
            usual.readTimeout(),
            source.rotate() == null ? usual.rotate() : source.rotate());
    return of(id, source.url()).withOptions(options);
  }

  /** The same camera at another pace. */
  public Camera withPace(Pace other) {
    return new Camera(id, url, other, loop, buffer, options);
  }

  /** The same camera, starting again at its end or not. */
  public Camera withLoop(boolean again) {
    return new Camera(id, url, pace, again, buffer, options);
  }

  /** The same camera with another buffer. */
  public Camera withBuffer(int pictures) {
    return new Camera(id, url, pace, loop, pictures, options);
  }

  /** The same camera, read with other options. */
  public Camera withOptions(SourceOptions other) {
    return new Camera(id, url, pace, loop, buffer, other);
  }
}
