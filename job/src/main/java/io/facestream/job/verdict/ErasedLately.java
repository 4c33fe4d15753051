package io.facestream.job.verdict;

import io.facestream.job.gallery.TemplateChange;
import io.facestream.job.search.ProbeHits;
import io.facestream.job.search.TemplateHit;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Templates that were erased a moment ago. An answer that a slice gave before it heard of the
 * erasure may arrive after the erasure did; were it believed, a track could carry somebody on who
 * has been erased.
 */
final class ErasedLately {
  /** Longer than any answer is under way, milliseconds of the wall clock. */
  static final long REMEMBERED_MILLIS = 60_000;

  private static final MapStateDescriptor<String, Long> ERASED =
      new MapStateDescriptor<>("erased-lately", Types.STRING, Types.LONG);

  private final BroadcastState<String, Long> erasedAt;

  /** Not with each of many erasures: what is remembered longer does no harm. */
  private long forgetAt;

  /** In the broadcast state of an operator. */
  ErasedLately(OperatorStateStore store) throws Exception {
    this.erasedAt = store.getBroadcastState(ERASED);
  }

  /**
   * Takes note of a change.
   *
   * @param now milliseconds of the wall clock
   */
  void note(TemplateChange change, long now) throws Exception {
    if (now >= forgetAt) {
      forgetAt = now + REMEMBERED_MILLIS;
      forgetBefore(now - REMEMBERED_MILLIS);
    }
    if (change.erased()) {
      erasedAt.put(change.templateId(), now);
    } else {
      erasedAt.remove(change.templateId());
    }
  }

  private void forgetBefore(long time) throws Exception {
    Iterator<Map.Entry<String, Long>> erased = erasedAt.iterator();
    while (erased.hasNext()) {
      if (erased.next().getValue() < time) {
        erased.remove();
      }
    }
  }

  /** A frame's answer without what such templates had brought. */
  MergedFrame leftOutOf(MergedFrame frame) throws Exception {
    Set<String> erased = new HashSet<>();
    for (ProbeHits probe : frame.persons()) {
      for (TemplateHit hit : probe.hits()) {
        if (erasedAt.contains(hit.templateId())) {
          erased.add(hit.templateId());
        }
      }
    }
    return erased.isEmpty() ? frame : frame.without(erased);
  }
}
