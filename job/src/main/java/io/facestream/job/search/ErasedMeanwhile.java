package io.facestream.job.search;

import io.facestream.job.gallery.KeptTemplates;
import io.facestream.job.keys.GalleryBuckets;
import io.facestream.wire.TemplateCopy;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apache.flink.runtime.state.KeyedStateBackend;

/**
 * Takes out of a restored state who was erased while the job was stopped, when compaction may have
 * removed the records that say so.
 *
 * <p>What the state believes of a template is one record of the topic. Where that record is gone,
 * another one has superseded it: a template, which the job has yet to read from where the state
 * left off, or an erasure, which may be gone as well. In both cases the state's word is void.
 */
final class ErasedMeanwhile {
  /** Clocks of brokers and JobManager differ by less, and a savepoint takes less. */
  static final Duration MARGIN = Duration.ofHours(1);

  private final GalleryState state;
  private final KeyedStateBackend<Integer> backend;
  private final GalleryBuckets buckets;

  ErasedMeanwhile(GalleryState state, KeyedStateBackend<Integer> backend, GalleryBuckets buckets) {
    this.state = state;
    this.backend = backend;
    this.buckets = buckets;
  }

  /** Whether the topic may have forgotten erasures since the state was taken. */
  static boolean isPossible(StateAge age, KeptTemplates topic, long now) {
    return age.isRestored() && !age.isBelow(topic.remembersErasuresFor().minus(MARGIN), now);
  }

  /**
   * Reads the topic and forgets the templates whose record is not there any more.
   *
   * @param ours the buckets of the slice
   * @return those that were forgotten
   */
  Set<String> forget(KeptTemplates topic, int[] ours) throws Exception {
    Set<String> gone = templatesOf(ours);
    if (!gone.isEmpty()) {
      topic.read(
          (templateId, partition, offset) -> {
            if (gone.contains(templateId) && isOfRecord(templateId, partition, offset)) {
              gone.remove(templateId);
            }
          });
    }
    for (String templateId : gone) {
      backend.setCurrentKey(buckets.keyOf(templateId));
      state.remove(templateId);
    }
    return gone;
  }

  private Set<String> templatesOf(int[] ours) throws Exception {
    Set<String> templates = new HashSet<>();
    for (int bucket : ours) {
      backend.setCurrentKey(bucket);
      state.templateIds().forEach(templates::add);
    }
    return templates;
  }

  /** States of earlier versions do not say which record a template is of. */
  private boolean isOfRecord(String templateId, int partition, long offset) throws Exception {
    backend.setCurrentKey(buckets.keyOf(templateId));
    TemplateCopy live = state.copiesOf(templateId, true).live();
    return live == null || live.partition() == partition && live.offset() == offset;
  }
}
