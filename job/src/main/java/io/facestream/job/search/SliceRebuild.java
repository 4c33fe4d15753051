package io.facestream.job.search;

import io.facestream.job.gallery.KeptTemplates;
import io.facestream.job.keys.GalleryBuckets;
import io.facestream.job.records.DeadLetter;
import io.facestream.job.records.SkippedRecords;
import io.facestream.matcher.GallerySlice;
import io.facestream.wire.Printable;
import java.util.List;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills the index of a slice from its state, which it first rids of what must not be there. */
final class SliceRebuild {
  private static final Logger LOG = LoggerFactory.getLogger(SliceRebuild.class);
  private static final int ID_CHARS = 100;

  private final GalleryState state;
  private final KeyedStateBackend<Integer> backend;
  private final GalleryBuckets buckets;
  private final int slice;
  private final int slices;
  private final int[] ours;

  /**
   * @param slice one of so many slices
   */
  SliceRebuild(
      GalleryState state,
      KeyedStateBackend<Integer> backend,
      GalleryBuckets buckets,
      int slice,
      int slices) {
    this.state = state;
    this.backend = backend;
    this.buckets = buckets;
    this.slice = slice;
    this.slices = slices;
    this.ours = buckets.of(slice, slices);
  }

  /** Drops the templates that the operator has ordered to leave out. */
  SliceRebuild without(SkippedRecords skips) throws Exception {
    for (String templateId : skips.templates()) {
      if (buckets.isOf(templateId, slice, slices)) {
        backend.setCurrentKey(buckets.keyOf(templateId));
        state.remove(templateId);
        LOG.warn(
            "Template {} is left out by the operator's order", Printable.of(templateId, ID_CHARS));
      }
    }
    return this;
  }

  /**
   * Drops who was erased while the job was stopped, when the topic may have forgotten it.
   *
   * @return how many
   */
  int withoutErasedMeanwhile(KeptTemplates topic, StateAge age, long now) throws Exception {
    if (!ErasedMeanwhile.isPossible(age, topic, now)) {
      return 0;
    }
    LOG.info("The state is older than the gallery topic remembers erasures; comparing the two");
    int forgotten = new ErasedMeanwhile(state, backend, buckets).forget(topic, ours);
    LOG.info("{} templates of the state are not in the topic any more; forgotten", forgotten);
    return forgotten;
  }

  /**
   * Drops what is out of bounds.
   *
   * @return a dead letter for each
   */
  List<DeadLetter> within(StateBounds bounds, String topic) throws Exception {
    return bounds.drop(topic, state, backend, ours);
  }

  /** Puts what is left into an empty slice. */
  void into(GallerySlice slice) throws Exception {
    state.rebuild(slice, backend, ours);
  }
}
