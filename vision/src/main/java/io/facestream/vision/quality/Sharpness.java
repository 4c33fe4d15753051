package io.facestream.vision.quality;

/**
 * How much detail an aligned face holds: the variance of the Laplacian of its brightness (J. L.
 * Pech-Pacheco et al., "Diatom autofocusing in brightfield microscopy", 2000; "LAPV" in S. Pertuz
 * et al., 2013), as a share of the variance of the brightness itself, so that a dim or flat picture
 * is not taken for a blurred one.
 */
final class Sharpness {
  private Sharpness() {}

  /** 0 without any detail, no upper bound. */
  static double of(Luma luma) {
    double detail = 0;
    double squares = 0;
    int count = 0;
    for (int y = Luma.MARGIN; y < Luma.SIDE - Luma.MARGIN; y++) {
      for (int x = Luma.MARGIN; x < Luma.SIDE - Luma.MARGIN; x++) {
        int i = y * Luma.SIDE + x;
        double laplacian =
            luma.at(i - Luma.SIDE)
                + luma.at(i + Luma.SIDE)
                + luma.at(i - 1)
                + luma.at(i + 1)
                - 4 * luma.at(i);
        detail += laplacian;
        squares += laplacian * laplacian;
        count++;
      }
    }
    double mean = detail / count;
    return luma.variance() < 1 ? 0 : (squares / count - mean * mean) / luma.variance();
  }
}
