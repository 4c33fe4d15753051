package io.facestream.matcher.vector;

import io.facestream.matcher.kernel.DotKernel;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Fused multiply-add over the widest registers there are. Four probes share each load of a row, so
 * that a batch is bound by arithmetic and not by memory.
 */
public final class VectorDotKernel implements DotKernel {
  private static final VectorSpecies<Float> WIDE = FloatVector.SPECIES_PREFERRED;
  private static final int TOGETHER = 4;

  @Override
  public String name() {
    return "vector" + WIDE.vectorBitSize();
  }

  @Override
  public void dots(
      float[] probes, int count, float[] rows, int rowCount, int dimension, float[] dots) {
    int whole = count - count % TOGETHER;
    for (int row = 0; row < rowCount; row++) {
      int rowStart = row * dimension;
      for (int probe = 0; probe < whole; probe += TOGETHER) {
        fourDots(probes, probe, rows, rowStart, dimension, dots, row, rowCount);
      }
      for (int probe = whole; probe < count; probe++) {
        dots[probe * rowCount + row] = dot(probes, probe * dimension, rows, rowStart, dimension);
      }
    }
  }

  private static void fourDots(
      float[] probes, int probe, float[] rows, int rowStart, int d, float[] dots, int row, int n) {
    int p0 = probe * d;
    int p1 = p0 + d;
    int p2 = p1 + d;
    int p3 = p2 + d;
    FloatVector s0 = FloatVector.zero(WIDE);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    int whole = WIDE.loopBound(d);
    for (int i = 0; i < whole; i += WIDE.length()) {
      FloatVector y = FloatVector.fromArray(WIDE, rows, rowStart + i);
      s0 = y.fma(FloatVector.fromArray(WIDE, probes, p0 + i), s0);
      s1 = y.fma(FloatVector.fromArray(WIDE, probes, p1 + i), s1);
      s2 = y.fma(FloatVector.fromArray(WIDE, probes, p2 + i), s2);
      s3 = y.fma(FloatVector.fromArray(WIDE, probes, p3 + i), s3);
    }
    int out = probe * n + row;
    dots[out] = sum(s0) + rest(probes, p0, rows, rowStart, whole, d);
    dots[out + n] = sum(s1) + rest(probes, p1, rows, rowStart, whole, d);
    dots[out + 2 * n] = sum(s2) + rest(probes, p2, rows, rowStart, whole, d);
    dots[out + 3 * n] = sum(s3) + rest(probes, p3, rows, rowStart, whole, d);
  }

  private static float dot(float[] x, int xStart, float[] y, int yStart, int d) {
    FloatVector even = FloatVector.zero(WIDE);
    FloatVector odd = even;
    int step = WIDE.length();
    int i = 0;
    for (; i + 2 * step <= d; i += 2 * step) {
      even =
          FloatVector.fromArray(WIDE, x, xStart + i)
              .fma(FloatVector.fromArray(WIDE, y, yStart + i), even);
      odd =
          FloatVector.fromArray(WIDE, x, xStart + i + step)
              .fma(FloatVector.fromArray(WIDE, y, yStart + i + step), odd);
    }
    return sum(even.add(odd)) + rest(x, xStart, y, yStart, i, d);
  }

  private static float sum(FloatVector v) {
    return v.reduceLanes(VectorOperators.ADD);
  }

  private static float rest(float[] x, int xStart, float[] y, int yStart, int from, int d) {
    float sum = 0;
    for (int i = from; i < d; i++) {
      sum += x[xStart + i] * y[yStart + i];
    }
    return sum;
  }
}
