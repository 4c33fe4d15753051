package io.facestream.matcher;

import io.facestream.matcher.kernel.Probes;
import io.facestream.matcher.kernel.ScanKernel;
import io.facestream.matcher.store.Embeddings;
import io.facestream.matcher.store.RowLabels;
import io.facestream.matcher.store.Rows;
import io.facestream.matcher.store.TemplateIds;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntFunction;

/** Checks arguments, keeps rows and ids in step, and lets one caller in at a time. */
final class ExactSlice implements GallerySlice {
  private final int dimension;
  private final Rows rows;
  private final TemplateIds ids = new TemplateIds();
  private final RowLabels labels = new RowLabels();
  private final SliceSearch search;
  private final float[] scaled;
  private boolean closed;

  private ExactSlice(int dimension, SliceOptions options, ScanKernel kernel) {
    this.dimension = dimension;
    this.rows = new Rows(dimension, options.exactRowsFolder());
    this.search = new SliceSearch(rows, ids, labels, Rows.strideOf(dimension), kernel);
    this.scaled = new float[dimension];
  }

  static ExactSlice create(int dimension, SliceOptions options, ScanKernel kernel) {
    if (dimension < 1) {
      throw new IllegalArgumentException(
          "dimension " + dimension + " of a slice; give the length of its embeddings, at least 1");
    }
    return new ExactSlice(dimension, options, kernel);
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
          String.format(
              Locale.ROOT,
              "the embedding of %s has %d components, the slice %d; one slice holds one model's templates",
              templateId,
              embedding.length,
              dimension));
    }
    double norm =
        Embeddings.copyScaled(embedding, 0, scaled, 0, dimension, "the embedding of " + templateId);
    int row = ids.rowOrAppend(templateId);
    if (row == rows.size()) {
      append(row, norm);
    } else {
      rows.overwrite(row, scaled, norm);
    }
  }

  private void append(int row, double norm) {
    try {
      rows.append(scaled, norm);
    } catch (RuntimeException e) {
      // No memory or disk for another block: the slice stays as it was.
      ids.swapWithLast(row);
      throw e;
    }
  }

  @Override
  public synchronized boolean erase(String templateId) {
    requireOpen();
    int row = ids.row(templateId);
    if (row < 0) {
      return false;
    }
    labels.swapWithLast(row, rows.size() - 1);
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
  public synchronized void label(String templateId, int label) {
    requireOpen();
    int row = ids.row(templateId);
    if (row < 0 || label < 0) {
      throw new IllegalArgumentException(
          "label " + label + " for " + templateId + "; label templates of the slice, from 0 on");
    }
    labels.set(row, label);
  }

  @Override
  public synchronized long sizeWithout(BitSet without) {
    requireOpen();
    return rows.size() - labels.count(without, rows.size());
  }

  @Override
  public synchronized List<List<Hit>> search(
      float[] probes, int count, int k, double minSimilarity, IntFunction<BitSet> without) {
    requireOpen();
    if (k < 1) {
      throw new IllegalArgumentException("k is " + k + "; ask for at least 1 hit");
    }
    if (Double.isNaN(minSimilarity)) {
      throw new IllegalArgumentException("minSimilarity is NaN; give a cosine, −1…1");
    }
    Probes checked = new Probes(probes, count, dimension, Rows.strideOf(dimension));
    BitSet[] leftOut = new BitSet[count];
    Arrays.setAll(leftOut, without);
    return search.search(checked, k, minSimilarity, leftOut);
  }

  @Override
  public synchronized SearchWork work() {
    requireOpen();
    return search.work();
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      search.close();
      rows.close();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the slice is closed; create another");
    }
  }
}
