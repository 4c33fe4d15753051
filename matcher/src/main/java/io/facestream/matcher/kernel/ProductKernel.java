package io.facestream.matcher.kernel;

/**
 * Products of probes with the rows of a block: where the time of a search goes. Belongs to one
 * slice and, with the tiles it lends, to one thread at a time.
 */
public interface ProductKernel extends AutoCloseable {
  /** Most probes to a tile of any kernel. */
  int MOST = 256;

  /** A short name for logs and benchmarks. */
  String name();

  /** Most probes to a tile, at most {@link #MOST}. */
  int most();

  /**
   * Prepares probes {@code from} (inclusive) to {@code to} (exclusive) of a batch.
   *
   * @param index numbers the tiles of one batch from 0; asking for the same one in a later batch
   *     takes the earlier one's buffers over
   */
  ProbeTile tile(int index, Probes probes, int from, int to);

  @Override
  void close();
}
