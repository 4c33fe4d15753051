package io.facestream.matcher;

import io.facestream.matcher.kernel.DotKernel;
import io.facestream.matcher.kernel.Kernels;
import java.util.List;
import java.util.Objects;

/** A slice held as fp32 rows: checks arguments, keeps rows and ids in step, and searches. */
final class ExactSlice implements GallerySlice {
  private final int dimension;
  private final Rows rows;
  private final Ids ids = new Ids();
  private final BlockScan scan;
  private final float[] scaled;
  private boolean closed;

  private ExactSlice(int dimension, DotKernel kernel) {
    this.dimension = dimension;
    this.rows = new Rows(dimension);
    this.scan = new BlockScan(rows, ids, dimension, kernel);
    this.scaled = new float[dimension];
  }

  static ExactSlice create(int dimension) {
    return create(dimension, Kernels.chosen());
  }

  static ExactSlice create(int dimension, DotKernel kernel) {
    if (dimension < 1) {
      throw new IllegalArgumentException(
          "dimension " + dimension + " of a slice; give the length of its embeddings, at least 1");
    }
    return new ExactSlice(dimension, kernel);
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public synchronized long size() {
    return rows.size();
  }

  @Override
  public synchronized void put(String templateId, float[] embedding) {
    requireOpen();
    Objects.requireNonNull(templateId, "templateId");
    if (embedding.length != dimension) {
      throw new IllegalArgumentException(
          "the embedding of %s has %d components, the slice %d; one slice holds one model's templates"
              .formatted(templateId, embedding.length, dimension));
    }
    double norm =
        Embeddings.copyScaled(embedding, 0, scaled, 0, dimension, "the embedding of " + templateId);
    int row = ids.row(templateId);
    if (row < 0) {
      ids.append(templateId);
      rows.append(scaled, norm);
    } else {
      rows.overwrite(row, scaled, norm);
    }
  }

  @Override
  public synchronized boolean erase(String templateId) {
    requireOpen();
    int row = ids.row(templateId);
    if (row < 0) {
      return false;
    }
    ids.swapWithLast(row);
    rows.swapWithLast(row);
    return true;
  }

  @Override
  public synchronized boolean contains(String templateId) {
    requireOpen();
    return ids.row(templateId) >= 0;
  }

  @Override
  public synchronized List<List<Hit>> search(
      float[] probes, int count, int k, double minSimilarity) {
    requireOpen();
    return scan.search(new Probes(probes, count, dimension), k, minSimilarity);
  }

  @Override
  public synchronized void close() {
    closed = true;
    rows.clear();
    ids.clear();
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the slice is closed; create another");
    }
  }
}
