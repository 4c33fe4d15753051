package io.facestream.vision;

/** Turns a face upright and to 112×112. Thread-confined. */
public final class FaceAligner implements AutoCloseable {
  /** Side of an aligned face, pixels. */
  public static final int CROP_SIDE = 112;

  /** Bytes of an aligned face: 112 rows of 112 pixels of B, G, R. */
  public static final int CROP_BYTES = CROP_SIDE * CROP_SIDE * 3;

  /**
   * Cuts out an aligned face.
   *
   * @param landmarks five points in pixels of the decoded picture, as in {@link DetectedFace}
   * @return {@value #CROP_BYTES} bytes; what lies outside of the picture is black
   */
  public byte[] align(Picture picture, float[] landmarks) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
