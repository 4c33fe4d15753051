package io.facestream.matcher.vector;

import io.facestream.matcher.kernel.ExactDot;
import io.facestream.matcher.kernel.ProductKernel;
import io.facestream.matcher.kernel.ThresholdScan;
import io.facestream.matcher.kernel.WideKernels;
import jdk.incubator.vector.FloatVector;

/** What this package offers; found by name. */
public final class VectorKernels implements WideKernels {
  private static final int BITS = FloatVector.SPECIES_PREFERRED.vectorBitSize();

  /** The smallest register int8 can be widened from has 64 bits. */
  private static final int LEAST_BITS_FOR_INT8 = 256;

  @Override
  public boolean hasInt8() {
    return BITS >= LEAST_BITS_FOR_INT8;
  }

  @Override
  public ProductKernel int8(int stride) {
    return new VectorKernel("vector-int8/" + BITS, () -> new Int8Tile(stride));
  }

  @Override
  public ProductKernel fp32(int stride) {
    return new VectorKernel("vector-fp32/" + BITS, () -> new Fp32Tile(stride));
  }

  @Override
  public ThresholdScan scan() {
    return new VectorThresholdScan();
  }

  @Override
  public ExactDot exactDot() {
    return new VectorExactDot();
  }
}
