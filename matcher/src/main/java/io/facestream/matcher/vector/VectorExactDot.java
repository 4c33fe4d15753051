package io.facestream.matcher.vector;

import io.facestream.matcher.kernel.ExactDot;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Two registers of four doubles: the eight lanes of {@link ExactDot} on every x86 since AVX2. */
public final class VectorExactDot implements ExactDot {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_128;
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_256;
  private static final int HALF = DOUBLES.length();

  private final double[] lanes = new double[LANES];

  @Override
  public double dot(float[] probe, int probeStart, ByteBuffer rows, int rowStart, int stride) {
    DoubleVector low = DoubleVector.zero(DOUBLES);
    DoubleVector high = low;
    for (int i = 0; i < stride; i += LANES) {
      low = multiplyAdd(probe, probeStart + i, rows, rowStart + i * Float.BYTES, low);
      high =
          multiplyAdd(
              probe, probeStart + i + HALF, rows, rowStart + (i + HALF) * Float.BYTES, high);
    }
    low.intoArray(lanes, 0);
    high.intoArray(lanes, HALF);
    return ExactDot.sum(lanes);
  }

  private static DoubleVector multiplyAdd(
      float[] x, int xStart, ByteBuffer y, int yStart, DoubleVector sum) {
    FloatVector xs = FloatVector.fromArray(FLOATS, x, xStart);
    FloatVector ys = FloatVector.fromByteBuffer(FLOATS, y, yStart, ByteOrder.nativeOrder());
    return wide(xs).fma(wide(ys), sum);
  }

  private static DoubleVector wide(FloatVector v) {
    return (DoubleVector) v.convertShape(VectorOperators.F2D, DOUBLES, 0);
  }
}
