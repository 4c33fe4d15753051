package io.facestream.job.search;

import io.facestream.job.frames.ProbeFrame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.function.ThrowingConsumer;

/**
 * Frames that wait for the gallery, in memory and in checkpoints.
 *
 * <p>Each slice holds its own copy of a frame, because each answers it for itself. After a restore
 * with the same number of slices each takes back its own; with another number all of them answer
 * every held frame anew, and the merge drops what the former slices had said.
 */
final class HeldProbes {
  private final int slice;
  private final int slices;
  private final ListState<HeldProbe> inState;
  private final Deque<ProbeFrame> frames = new ArrayDeque<>();
  private int peak;

  HeldProbes(int slice, int slices, OperatorStateStore store) throws Exception {
    this.slice = slice;
    this.slices = slices;
    inState =
        store.getUnionListState(
            new ListStateDescriptor<>("held-probes", TypeInformation.of(HeldProbe.class)));
    List<HeldProbe> restored = new ArrayList<>();
    inState.get().forEach(restored::add);
    frames.addAll(oursOf(restored));
    peak = frames.size();
  }

  private List<ProbeFrame> oursOf(List<HeldProbe> restored) {
    boolean rescaled = restored.stream().anyMatch(probe -> probe.slices() != slices);
    if (!rescaled) {
      return restored.stream()
          .filter(probe -> probe.slice() == slice)
          .map(HeldProbe::frame)
          .toList();
    }
    Map<String, ProbeFrame> byId = new LinkedHashMap<>();
    restored.forEach(probe -> byId.putIfAbsent(probe.frame().frameId(), probe.frame()));
    return List.copyOf(byId.values());
  }

  void add(ProbeFrame frame) {
    frames.add(frame);
    peak = Math.max(peak, frames.size());
  }

  int size() {
    return frames.size();
  }

  /** The most frames held at once so far. */
  int peak() {
    return peak;
  }

  /** Hands out every held frame, in the order of arrival, and forgets it. */
  void drain(ThrowingConsumer<ProbeFrame, Exception> consumer) throws Exception {
    while (!frames.isEmpty()) {
      consumer.accept(frames.poll());
    }
  }

  void snapshot() throws Exception {
    inState.clear();
    for (ProbeFrame frame : frames) {
      inState.add(new HeldProbe(slice, slices, frame));
    }
  }
}
