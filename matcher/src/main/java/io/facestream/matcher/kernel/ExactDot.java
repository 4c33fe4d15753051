package io.facestream.matcher.kernel;

import java.nio.ByteBuffer;

/**
 * The product behind a final score, in double. Products of two floats are exact in double; their
 * sums run in eight interleaved lanes, added up at the end in one order, so that every
 * implementation gives the same score to the bit.
 */
public interface ExactDot {
  int LANES = 8;

  /**
   * @param rows {@code float[]} in native byte order; the row starts at byte {@code rowStart}
   * @param stride components, a multiple of {@link #LANES}
   */
  double dot(float[] probe, int probeStart, ByteBuffer rows, int rowStart, int stride);

  static double sum(double[] lanes) {
    return ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6]))
        + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
  }
}
