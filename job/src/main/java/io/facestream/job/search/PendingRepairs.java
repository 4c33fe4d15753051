package io.facestream.job.search;

import io.facestream.job.gallery.GalleryRepair;
import io.facestream.wire.TemplateCopies;
import io.facestream.wire.TemplateCopy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Templates found in two partitions, which wait to be taken out of one of them.
 *
 * <p>They wait until nothing has been heard of them for some time. A repair decided on an old word
 * would, in its partition, come behind a newer one that the job has not read yet, and compaction
 * keeps only what comes last. Nothing is lost by waiting: Kafka keeps a tombstone for a day.
 */
final class PendingRepairs {
  private final long waitMillis;
  private final ListState<String> inState;
  private final Map<String, Long> dueById = new LinkedHashMap<>();

  /** Looks up what the partitions say about a template. */
  @FunctionalInterface
  interface Lookup {
    TemplateCopies copiesOf(String templateId) throws Exception;
  }

  /**
   * @param waitMillis how long a template must have been left alone
   * @param ours whether a template belongs to this slice
   */
  PendingRepairs(long waitMillis, Predicate<String> ours, OperatorStateStore store)
      throws Exception {
    this.waitMillis = waitMillis;
    inState = store.getUnionListState(new ListStateDescriptor<>("pending-repairs", Types.STRING));
    for (String id : inState.get()) {
      if (ours.test(id)) {
        dueById.put(id, 0L);
      }
    }
  }

  boolean isEmpty() {
    return dueById.isEmpty();
  }

  /** Notes that something was heard of a template in two partitions: it waits anew. */
  void add(String templateId, long now) {
    dueById.remove(templateId); // so that the order stays that of the due times
    dueById.put(templateId, now + waitMillis);
  }

  /** When the next one is due; none may be pending without one. */
  long nextDue() {
    return dueById.values().iterator().next();
  }

  /** Takes those that are due and are still superseded. */
  List<GalleryRepair> takeDue(long now, Lookup lookup) throws Exception {
    List<GalleryRepair> due = new ArrayList<>();
    Iterator<Map.Entry<String, Long>> pending = dueById.entrySet().iterator();
    while (pending.hasNext()) {
      Map.Entry<String, Long> next = pending.next();
      if (next.getValue() > now) {
        break;
      }
      pending.remove();
      for (TemplateCopy copy : lookup.copiesOf(next.getKey()).superseded()) {
        due.add(new GalleryRepair(next.getKey(), copy.partition(), copy.offset()));
      }
    }
    return due;
  }

  void snapshot() throws Exception {
    inState.update(List.copyOf(dueById.keySet()));
  }
}
