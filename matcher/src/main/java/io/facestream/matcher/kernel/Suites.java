package io.facestream.matcher.kernel;

import java.util.function.IntFunction;
import java.util.function.Supplier;

/** The combinations of kernels that a process may use. */
final class Suites {
  private Suites() {}

  /** oneDNN, with the Vector API for small batches and for everything around where it is there. */
  static KernelSuite matrix(MatrixKernels matrix, WideKernels wide, int crossover) {
    IntFunction<ProductKernel> many =
        stride -> matrix.int8(stride, wide == null ? new ScalarThresholdScan() : wide.scan());
    if (wide == null) {
      return new KernelSuite("onednn", many, many, 0, ScalarExactDot::new);
    }
    return crossover != 0
        ? new KernelSuite("onednn and vector", int8Or32(wide), many, crossover, wide::exactDot)
        : new KernelSuite("onednn", many, many, 0, wide::exactDot);
  }

  static KernelSuite wide(WideKernels wide) {
    return same("vector", int8Or32(wide), wide::exactDot);
  }

  static KernelSuite wideFp32(WideKernels wide) {
    return same("vector-fp32", wide::fp32, wide::exactDot);
  }

  static KernelSuite scalar() {
    return same("scalar", ScalarKernel::new, ScalarExactDot::new);
  }

  private static IntFunction<ProductKernel> int8Or32(WideKernels wide) {
    return wide.hasInt8() ? wide::int8 : wide::fp32;
  }

  private static KernelSuite same(
      String name, IntFunction<ProductKernel> kernel, Supplier<ExactDot> dot) {
    return new KernelSuite(name, kernel, kernel, 0, dot);
  }
}
