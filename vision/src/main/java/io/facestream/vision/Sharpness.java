package io.facestream.vision;

/**
 * How much detail an aligned face holds: the variance of the Laplacian of its brightness (J. L.
 * Pech-Pacheco et al., "Diatom autofocusing in brightfield microscopy", 2000; "LAPV" in S. Pertuz
 * et al., 2013), as a share of the variance of the brightness itself, so that a dim or flat picture
 * is not taken for a blurred one.
 */
final class Sharpness {
  private static final int SIDE = FaceAligner.CROP_SIDE;
  // The border of a crop may lie outside of the picture, and black edges would pass for detail.
  private static final int MARGIN = 24;

  private Sharpness() {}

  /** Of a crop of {@value FaceAligner#CROP_BYTES} bytes; 0 without any detail, no upper bound. */
  static double of(byte[] crop) {
    int[] luma = new int[SIDE * SIDE];
    for (int i = 0; i < luma.length; i++) {
      // ITU-R BT.601 weights in 1/256.
      luma[i] =
          29 * (crop[3 * i] & 0xFF)
              + 150 * (crop[3 * i + 1] & 0xFF)
              + 77 * (crop[3 * i + 2] & 0xFF);
    }
    double detail = 0;
    double detailSquared = 0;
    double light = 0;
    double lightSquared = 0;
    int count = 0;
    for (int y = MARGIN; y < SIDE - MARGIN; y++) {
      for (int i = y * SIDE + MARGIN; i < y * SIDE + SIDE - MARGIN; i++) {
        double laplacian =
            (luma[i - SIDE] + luma[i + SIDE] + luma[i - 1] + luma[i + 1] - 4 * luma[i]) / 256.0;
        double value = luma[i] / 256.0;
        detail += laplacian;
        detailSquared += laplacian * laplacian;
        light += value;
        lightSquared += value * value;
        count++;
      }
    }
    double contrast = lightSquared / count - light / count * (light / count);
    double variance = detailSquared / count - detail / count * (detail / count);
    return contrast < 1 ? 0 : variance / contrast;
  }
}
