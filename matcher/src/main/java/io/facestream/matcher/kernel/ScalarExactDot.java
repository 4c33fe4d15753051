package io.facestream.matcher.kernel;

import java.nio.ByteBuffer;

/** Plain loops. */
public final class ScalarExactDot implements ExactDot {
  @Override
  public double dot(float[] probe, int probeStart, ByteBuffer rows, int rowStart, int stride) {
    double[] lanes = new double[LANES];
    for (int i = 0; i < stride; i += LANES) {
      for (int lane = 0; lane < LANES; lane++) {
        float y = rows.getFloat(rowStart + (i + lane) * Float.BYTES);
        lanes[lane] += (double) probe[probeStart + i + lane] * y;
      }
    }
    return ExactDot.sum(lanes);
  }
}
