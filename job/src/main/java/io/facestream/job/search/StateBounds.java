package io.facestream.job.search;

import io.facestream.job.gallery.Template;
import io.facestream.job.records.DeadLetter;
import io.facestream.wire.GalleryBounds;
import io.facestream.wire.GalleryText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyedStateBackend;

/**
 * Drops templates that a state of an earlier version holds and that would be refused today: one
 * name of a megabyte in every verdict ends all recognition, and would come back with every restart.
 *
 * <p>All identities are read for that, so a mark in the state tells when it has been done.
 */
final class StateBounds {
  /** To be raised with narrower bounds. */
  private static final int VERSION = 1;

  private final ListState<Integer> mark;
  private final boolean checked;

  StateBounds(OperatorStateStore store) throws Exception {
    mark = store.getUnionListState(new ListStateDescriptor<>("gallery-bounds", Types.INT));
    int marks = 0;
    boolean current = true;
    for (int version : mark.get()) {
      marks++;
      current &= version >= VERSION;
    }
    checked = marks > 0 && current;
  }

  /**
   * Drops what is out of bounds in some buckets, unless that was done before.
   *
   * @param topic the gallery topic's name
   * @return a dead letter for each; without the record, which is only in the topic
   */
  List<DeadLetter> drop(
      String topic, GalleryState state, KeyedStateBackend<Integer> backend, int[] buckets)
      throws Exception {
    List<DeadLetter> dropped = new ArrayList<>();
    if (checked) {
      return dropped;
    }
    for (int bucket : buckets) {
      backend.setCurrentKey(bucket);
      Map<String, String> complaints = new LinkedHashMap<>();
      state.forEachIdentity(
          (id, template) -> {
            String complaint = complaint(id, template);
            if (complaint != null) {
              complaints.put(id, complaint);
            }
          });
      for (Map.Entry<String, String> unusable : complaints.entrySet()) {
        state.remove(unusable.getKey());
        dropped.add(deadLetter(topic, unusable.getKey(), unusable.getValue()));
      }
    }
    return dropped;
  }

  private static String complaint(String id, Template template) {
    String complaint = GalleryBounds.complaint(id);
    if (complaint == null) {
      complaint = GalleryText.PERSON_ID.complaint(template.personId());
    }
    if (complaint == null) {
      complaint = GalleryText.NAME.complaint(template.name());
    }
    for (String watchlist : template.watchlists()) {
      if (complaint == null) {
        complaint = GalleryText.WATCHLIST.complaint(watchlist);
      }
    }
    return complaint;
  }

  private static DeadLetter deadLetter(String topic, String id, String complaint) {
    return new DeadLetter(
        topic,
        DeadLetter.FROM_STATE,
        DeadLetter.FROM_STATE,
        id.getBytes(StandardCharsets.UTF_8),
        null,
        "The job's state held a template that is out of bounds, and dropped it: "
            + complaint
            + ". Its record is still in the topic: write it anew, or erase it.",
        null);
  }

  void snapshot() throws Exception {
    mark.update(List.of(VERSION));
  }
}
