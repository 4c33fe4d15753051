package io.facestream.matcher.kernel;

/** What the Vector API package offers; it is loaded by name, and only where the module is there. */
public interface WideKernels {
  /** Whether registers are wide enough for {@link #int8}. */
  boolean hasInt8();

  ProductKernel int8(int stride);

  ProductKernel fp32(int stride);

  ThresholdScan scan();

  /** A new one per slice: it is not for two threads. */
  ExactDot exactDot();
}
