package io.facestream.bench.match;

/** A peer that searches the same templates. */
interface Baseline extends AutoCloseable {
  /**
   * What a search gave.
   *
   * @param millis that it took, the index being warm
   * @param nearest by probe, the row that it holds for the best; −1 for none
   */
  record Answer(double millis, int[] nearest) {}

  String name();

  /**
   * Searches once.
   *
   * @param probes {@code float[count * dim]}, row-major
   * @param threads how many it may use
   */
  Answer search(float[] probes, int count, int k, int threads) throws Exception;

  @Override
  void close();
}
