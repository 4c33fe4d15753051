package io.facestream.matcher.kernel;

/** Products of a batch of probes with a run of rows: where the time of a search goes. */
public interface DotKernel {

  /** A short name for logs and benchmarks. */
  String name();

  /**
   * Computes every product in fp32, summed in any order.
   *
   * @param probes {@code float[count * dimension]}, row-major
   * @param rows {@code float[rowCount * dimension]}, row-major
   * @param dots receives {@code float[count * rowCount]}, a row per probe
   */
  void dots(float[] probes, int count, float[] rows, int rowCount, int dimension, float[] dots);
}
