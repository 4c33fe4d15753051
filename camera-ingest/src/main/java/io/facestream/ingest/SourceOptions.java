package io.facestream.ingest;

import java.time.Duration;

/**
 * How a source is read.
 *
 * @param rate frames per second: at most for video and cameras, exactly for folders of pictures; 0
 *     = the source's own (folders: {@value #FOLDER_RATE})
 * @param maxWidth wider video is scaled down to this many pixels before it is encoded; 0 = never
 * @param jpegQuality 1…100 as libjpeg counts; used where pictures are encoded here (RTSP, files)
 * @param readTimeout a live source silent for this long counts as lost
 */
public record SourceOptions(double rate, int maxWidth, int jpegQuality, Duration readTimeout) {
  /** Pictures per second of a folder for which no rate is given. */
  public static final double FOLDER_RATE = 5;

  /** High on purpose: embeddings lose accuracy with visible JPEG artefacts. */
  public static final int DEFAULT_JPEG_QUALITY = 95;

  public static final Duration DEFAULT_READ_TIMEOUT = Duration.ofSeconds(10);

  /** Everything at its own speed and size, quality 95, ten seconds of patience. */
  public static SourceOptions defaults() {
    return new SourceOptions(0, 0, DEFAULT_JPEG_QUALITY, DEFAULT_READ_TIMEOUT);
  }
}
