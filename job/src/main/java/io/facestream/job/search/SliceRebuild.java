package io.facestream.job.search;

import io.facestream.job.gallery.KeptTemplates;
import io.facestream.job.keys.GalleryBuckets;
import io.facestream.job.records.DeadLetter;
import io.facestream.job.records.SkippedRecords;
import io.facestream.matcher.GallerySlice;
import io.facestream.wire.Ids;
import io.facestream.wire.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
  private final List<String> examplesDropped = new ArrayList<>();

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
        drop(templateId);
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
    Set<String> forgotten = new ErasedMeanwhile(state, backend, buckets).forget(topic, ours);
    forgotten.forEach(this::noteIfExample);
    LOG.info(
        "{} templates of the state are not in the topic any more; forgotten", forgotten.size());
    return forgotten.size();
  }

  private void drop(String templateId) throws Exception {
    state.remove(templateId);
    noteIfExample(templateId);
  }

  private void noteIfExample(String templateId) {
    if (Ids.isNegativeExampleId(templateId)) {
      examplesDropped.add(templateId);
    }
  }

  /** Negative examples that are gone: the judge must be told, which still knows them. */
  List<String> examplesDropped() {
    return List.copyOf(examplesDropped);
  }

  /**
   * Drops what is out of bounds.
   *
   * @return a dead letter for each
   */
  List<DeadLetter> within(StateBounds bounds, String topic) throws Exception {
    return bounds.drop(topic, state, backend, ours);
  }

  /** Puts what is left into an empty slice, and beside it. */
  void into(GallerySlice slice, SliceExamples examples) throws Exception {
    state.rebuild(slice, backend, ours);
    state.forEachExample(backend, ours, examples::restored);
  }
}
