package io.facestream.job.verdict;

import io.facestream.job.negatives.ExampleChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.util.function.ThrowingConsumer;

/**
 * Frames that are not judged yet, in each camera's order: until each slice of the gallery has told
 * of its negative examples, somebody could be named of whom it is known that it is not they. The
 * slices give their first answer after that, so it is a moment at each start, and longer where the
 * two ways from a slice to the judge are not equally fast.
 */
final class HeldFrames {
  private static final ListStateDescriptor<MergedFrame> FRAMES =
      new ListStateDescriptor<>("held-frames", TypeInformation.of(MergedFrame.class));

  private final ListState<MergedFrame> frames;
  private final KeyedStateBackend<?> backend;
  private final Set<Integer> toldBy = new HashSet<>();
  private boolean waiting = true;

  /** The latest of the frames' time, which waits with them; null when none has come. */
  private Watermark mark;

  /** In the keyed state of an operator. */
  HeldFrames(KeyedStateStore store, KeyedStateBackend<?> backend) {
    this.frames = store.getListState(FRAMES);
    this.backend = backend;
  }

  /** Whether frames are to be held. */
  boolean areWaitedFor() {
    return waiting;
  }

  /** Holds a frame of the current key. */
  void add(MergedFrame frame) throws Exception {
    frames.add(frame);
  }

  /** Holds the frames' time, which must not be ahead of them. */
  void add(Watermark latest) {
    mark = latest;
  }

  /**
   * Takes note that a slice has told of all it has.
   *
   * @return whether all have, for the first time
   */
  boolean allToldWith(ExampleChange told) {
    toldBy.add(told.slice());
    boolean first = waiting && toldBy.size() == told.slices();
    waiting &= !first;
    return first;
  }

  /** Hands out the frames of each key, in their order, and then their time, and forgets them. */
  void drain(
      ThrowingConsumer<MergedFrame, Exception> judge, ThrowingConsumer<Watermark, Exception> time)
      throws Exception {
    backend.applyToAllKeys(
        VoidNamespace.INSTANCE,
        VoidNamespaceSerializer.INSTANCE,
        FRAMES,
        (key, held) -> {
          List<MergedFrame> ofKey = new ArrayList<>();
          held.get().forEach(ofKey::add);
          held.clear();
          for (MergedFrame frame : ofKey) {
            judge.accept(frame);
          }
        });
    if (mark != null) {
      time.accept(mark);
      mark = null;
    }
  }
}
