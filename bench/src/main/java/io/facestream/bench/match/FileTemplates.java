package io.facestream.bench.match;

import java.util.SplittableRandom;

/**
 * Real embeddings. Some rows, spread over the file, are left out of the gallery and are the probes
 * of people who may have other rows in it or none; the other probes are rows of the gallery, turned
 * away as far as photos of one person differ.
 */
final class FileTemplates extends Templates {
  private static final long SEED = 20_261_128;

  private final NpyFile file;
  private final int leftOut;

  /** Of each so many rows the last is left out. */
  private final int step;

  /**
   * @param n templates, at most {@link #most}
   * @param mostProbes the largest batch
   * @throws EmbeddingFileException when a row has no direction
   */
  FileTemplates(NpyFile file, int n, int mostProbes) {
    super(n, file.columns());
    this.file = file;
    this.leftOut = leftOut(mostProbes);
    this.step = file.rows() / leftOut;
    requireDirections();
  }

  /** Rows that are probes and not in the gallery. */
  static int leftOut(int mostProbes) {
    return Math.max(1, mostProbes / 2);
  }

  /** Templates there are when so many probes are wanted; below 1 when there are too few rows. */
  static int most(NpyFile file, int mostProbes) {
    int leftOut = leftOut(mostProbes);
    return file.rows() < 2 * leftOut ? 0 : file.rows() - leftOut;
  }

  private void requireDirections() {
    float[] row = new float[dim()];
    for (int i = 0; i < file.rows(); i++) {
      file.read(i, row);
      double sum = 0;
      for (float v : row) {
        sum += (double) v * v;
      }
      if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
        throw new EmbeddingFileException(
            file.path(),
            "has in row " + i + " zeros only, a NaN or an infinity; leave that row out");
      }
    }
  }

  @Override
  String source() {
    return file.path().getFileName().toString();
  }

  @Override
  void read(int row, float[] target) {
    int pieces = Math.min(row / (step - 1), leftOut);
    file.read(row + pieces, target);
    normalise(target);
  }

  @Override
  float[] probes(int count) {
    float[] probes = new float[count * dim()];
    SplittableRandom random = new SplittableRandom(SEED);
    float[] probe = new float[dim()];
    for (int i = 0; i < count; i++) {
      if (i % 2 == 0) {
        read(random.nextInt(size()), probe);
        Noise.turn(probe, Noise.cosine(random), random);
      } else {
        file.read(i / 2 * step + step - 1, probe);
        normalise(probe);
      }
      System.arraycopy(probe, 0, probes, i * dim(), dim());
    }
    return probes;
  }
}
