package io.facestream.matcher.kernel;

import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * The kernels a process uses. Each slice makes its own from here, given the stride of its rows.
 *
 * @param name for logs and benchmarks
 * @param few makes the kernel for batches up to the crossover
 * @param many makes the kernel for larger batches
 * @param fewUpTo the crossover in probes; 0 when {@code many} takes all, {@link #MEASURED} when
 *     each slice finds out for itself
 */
public record KernelSuite(
    String name,
    IntFunction<ProductKernel> few,
    IntFunction<ProductKernel> many,
    int fewUpTo,
    Supplier<ExactDot> exactDot) {
  public static final int MEASURED = -1;
}
