package io.facestream.matcher.kernel;

/** Plain loops, four sums at a time so that the processor can overlap them. */
public final class ScalarDotKernel implements DotKernel {
  @Override
  public String name() {
    return "scalar";
  }

  @Override
  public void dots(
      float[] probes, int count, float[] rows, int rowCount, int dimension, float[] dots) {
    for (int row = 0; row < rowCount; row++) {
      for (int probe = 0; probe < count; probe++) {
        dots[probe * rowCount + row] =
            dot(probes, probe * dimension, rows, row * dimension, dimension);
      }
    }
  }

  private static float dot(float[] x, int xStart, float[] y, int yStart, int dimension) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = 0;
    for (; i + 3 < dimension; i += 4) {
      a += x[xStart + i] * y[yStart + i];
      b += x[xStart + i + 1] * y[yStart + i + 1];
      c += x[xStart + i + 2] * y[yStart + i + 2];
      d += x[xStart + i + 3] * y[yStart + i + 3];
    }
    for (; i < dimension; i++) {
      a += x[xStart + i] * y[yStart + i];
    }
    return (a + b) + (c + d);
  }
}
