package io.facestream.vision.quality;

import io.facestream.vision.face.FaceAligner;

/**
 * Brightness of an aligned face, 0…255 (ITU-R BT.601), and what it tells about the light. Measured
 * in the middle: the border of a crop may lie outside of the picture, and black edges would pass
 * for darkness or detail.
 */
final class Luma {
  static final int SIDE = FaceAligner.CROP_SIDE;
  static final int MARGIN = 24;

  private final double[] values;
  private final double mean;
  private final double variance;

  private Luma(double[] values, double mean, double variance) {
    this.values = values;
    this.mean = mean;
    this.variance = variance;
  }

  /** Of a crop of {@value FaceAligner#CROP_BYTES} bytes. */
  static Luma of(byte[] crop) {
    double[] values = new double[SIDE * SIDE];
    for (int i = 0; i < values.length; i++) {
      // The standard's weights in 1/256.
      int weighted =
          29 * (crop[3 * i] & 0xFF)
              + 150 * (crop[3 * i + 1] & 0xFF)
              + 77 * (crop[3 * i + 2] & 0xFF);
      values[i] = weighted / 256.0;
    }
    double sum = 0;
    double squares = 0;
    for (int y = MARGIN; y < SIDE - MARGIN; y++) {
      for (int i = y * SIDE + MARGIN; i < y * SIDE + SIDE - MARGIN; i++) {
        sum += values[i];
        squares += values[i] * values[i];
      }
    }
    int count = (SIDE - 2 * MARGIN) * (SIDE - 2 * MARGIN);
    double mean = sum / count;
    return new Luma(values, mean, Math.max(0, squares / count - mean * mean));
  }

  /** Of pixel {@code y * SIDE + x}. */
  double at(int index) {
    return values[index];
  }

  /** 0…255. */
  double mean() {
    return mean;
  }

  /** In squared steps of 255. */
  double variance() {
    return variance;
  }

  /** The standard deviation as a share of the mean, so that a dim picture is not taken for flat. */
  double contrast() {
    return mean == 0 ? 0 : Math.sqrt(variance) / mean;
  }
}
