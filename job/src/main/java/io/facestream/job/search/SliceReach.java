package io.facestream.job.search;

import io.facestream.decision.SearchScope;
import io.facestream.job.gallery.Template;
import io.facestream.matcher.GallerySlice;
import java.util.BitSet;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which templates of a slice are out of reach at a camera. The first frame for which any may
 * be has the identities of all read from the state once; as long as no watchlist has a scope it
 * costs nothing.
 */
final class SliceReach {
  private static final Logger LOG = LoggerFactory.getLogger(SliceReach.class);

  private final GallerySlice slice;
  private final GalleryState state;
  private final KeyedStateBackend<Integer> backend;
  private final int[] buckets;

  /** Null until they are needed. */
  private ListLabels labels;

  /**
   * @param buckets the slice's
   */
  SliceReach(
      GallerySlice slice, GalleryState state, KeyedStateBackend<Integer> backend, int[] buckets) {
    this.slice = slice;
    this.state = state;
    this.backend = backend;
    this.buckets = buckets;
  }

  /** Takes note of who a template of the slice is now. */
  void enrolled(String templateId, Template template) {
    if (labels != null) {
      labels.label(templateId, template);
    }
  }

  /** The labels of templates that are out of reach; leaves another current key. */
  BitSet outOfReach(SearchScope scope) {
    if (labels == null) {
      labels = labelled();
    }
    return labels.outOfReach(scope);
  }

  private ListLabels labelled() {
    long begun = System.nanoTime();
    ListLabels all = new ListLabels(slice);
    try {
      for (int bucket : buckets) {
        backend.setCurrentKey(bucket);
        state.forEachIdentity(all::label);
      }
    } catch (Exception e) {
      throw new IllegalStateException("Cannot read the watchlists of the gallery's people", e);
    }
    LOG.info(
        "The watchlists of {} templates were read, since some are not looked for in every frame,"
            + " in {} ms",
        slice.size(),
        (System.nanoTime() - begun) / 1_000_000);
    return all;
  }

  /** How many templates are in reach. */
  long templates(SearchScope scope) {
    return scope.isAll() ? slice.size() : slice.sizeWithout(outOfReach(scope));
  }
}
