package io.facestream.matcher;

import io.facestream.matcher.kernel.Kernels;
import io.facestream.matcher.kernel.ScanKernel;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The templates of one slice and the exact search through them.
 *
 * <pre>{@code
 * try (GallerySlice slice = GallerySlice.create(512)) {
 *   slice.put("p-17/2", embedding);
 *   List<Hit> best = slice.search(probe, 1, 10, 0.42).get(0);
 * }
 * }</pre>
 *
 * <p>Similarity is the cosine. Embeddings need not be normalised; whatever their scale, answers
 * equal brute force in double (components smaller than 2⁻¹²⁶ of an embedding's largest count as
 * zero). Every method excludes the others, so a slice may be shared between threads, but one search
 * runs at a time: give each searching thread a slice of its own.
 */
public interface GallerySlice extends AutoCloseable {

  /**
   * An empty slice.
   *
   * @param dimension components per embedding, at least 1
   * @throws IllegalArgumentException when the dimension is below 1
   */
  static GallerySlice create(int dimension) {
    return create(dimension, SliceOptions.inMemory());
  }

  /** An empty slice that keeps its templates as told. */
  static GallerySlice create(int dimension, SliceOptions options) {
    return create(dimension, options, Kernels.chosen());
  }

  /** An empty slice that is searched by this kernel, as benchmarks do that compare them. */
  static GallerySlice create(int dimension, SliceOptions options, ScanKernel kernel) {
    return ExactSlice.create(dimension, options, kernel);
  }

  /** Components per embedding. */
  int dimension();

  /** Templates in the slice. */
  long size();

  /**
   * Inserts a template, or replaces the embedding of the one with this id.
   *
   * @param embedding {@code float[dimension]}, copied
   * @throws IllegalArgumentException when the embedding has another length, is zero, or holds a NaN
   *     or an infinity
   * @throws IllegalStateException when direct memory is used up; the slice stays as it was
   * @throws java.io.UncheckedIOException when fp32 rows lie in a file and the disk is full; the
   *     slice stays as it was
   */
  void put(String templateId, float[] embedding);

  /** Removes a template; false when there was none with this id. */
  boolean erase(String templateId);

  boolean contains(String templateId);

  /**
   * Gives a template a label, by which searches can leave it out. Until then it has label 0; a
   * replaced embedding keeps the label. As long as nobody gives any, labels cost nothing.
   *
   * @param label 0 or above, and not much more than there are different ones
   * @throws IllegalArgumentException when there is no such template, or the label is below 0
   */
  void label(String templateId, int label);

  /** Templates that have none of these labels. */
  long sizeWithout(BitSet labels);

  /**
   * The k most similar templates of each probe.
   *
   * @param probes {@code float[count * dimension]}, row-major; may be longer
   * @param count probes to search for
   * @param k most hits per probe, at least 1
   * @param minSimilarity only templates at least this similar are hits; −1 or less admits all
   * @return one list per probe, best first, ties to the smaller template id; empty for a probe that
   *     is zero or holds a NaN or an infinity, which must not fail the rest of the batch
   * @throws IllegalArgumentException on fewer probes than {@code count}, a k below 1, or a {@code
   *     minSimilarity} that is NaN
   */
  default List<List<Hit>> search(float[] probes, int count, int k, double minSimilarity) {
    return search(probes, count, k, minSimilarity, probe -> null);
  }

  /**
   * The k most similar templates of each probe among those that count for it: the answer is that of
   * a slice without the others, at about the cost of a search through all.
   *
   * @param without by probe, the labels of templates that do not count for it; null when all do
   * @see #search(float[], int, int, double)
   */
  List<List<Hit>> search(
      float[] probes, int count, int k, double minSimilarity, IntFunction<BitSet> without);

  /** The work of all searches so far. */
  SearchWork work();

  /** Frees the templates. Closing twice is harmless; any other use after it is refused. */
  @Override
  void close();
}
