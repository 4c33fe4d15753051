package io.facestream.bench.match;

/** A peer that searches the same templates. */
interface Baseline extends AutoCloseable {
  String name();

  /**
   * Searches once.
   *
   * @param probes {@code float[count * dim]}, row-major
   * @param threads how many it may use
   * @return milliseconds, the index being warm
   */
  double searchMillis(float[] probes, int count, int k, int threads) throws Exception;

  @Override
  void close();
}
