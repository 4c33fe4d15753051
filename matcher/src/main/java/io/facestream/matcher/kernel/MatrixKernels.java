package io.facestream.matcher.kernel;

/** What the oneDNN package offers; it is loaded by name, and only where its libraries are there. */
public interface MatrixKernels {
  ProductKernel int8(int stride, ThresholdScan scan);
}
