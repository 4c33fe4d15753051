package io.facestream.job.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.keys.CameraSlots;
import io.facestream.job.testing.Fixtures;
import io.facestream.job.testing.Restored;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderFramesTest {
  private static final int MAX_PARALLELISM = 16;
  private static final CameraSlots CAMERAS = new CameraSlots(MAX_PARALLELISM);
  private static final int PARTITIONS = 6;
  private static final int FRAMES = 60;

  private final List<Harness> subtasks = new ArrayList<>();

  /** Numbers of the frames handed on, by partition. */
  private final Map<Integer, List<Long>> handedOn = new HashMap<>();

  @AfterEach
  void close() throws Exception {
    for (Harness subtask : subtasks) {
      subtask.close();
    }
  }

  @Test
  void shouldHandOnAFrameAtOnceWhenItsPredecessorsHaveGone() throws Exception {
    open(1, null);
    for (long number = 1; number <= 5; number++) {
      take(0, number);
      assertThat(handedOn.get(0)).hasSize((int) number);
    }
    assertThat(waiting()).isZero();
  }

  @Test
  void shouldHoldAFrameUntilItsPredecessorHasCome() throws Exception {
    open(1, null);
    take(0, 3);
    take(0, 2);
    assertThat(handedOn).isEmpty();
    assertThat(waiting()).isEqualTo(1);
    take(0, 1);
    assertThat(handedOn.get(0)).containsExactly(1L, 2L, 3L);
    assertThat(waiting()).as("what has gone on is no longer in state").isZero();
  }

  @Test
  void shouldNotHoldOneKeyUpForAnother() throws Exception {
    open(1, null);
    take(0, 2);
    take(1, 1);
    assertThat(handedOn).containsOnlyKeys(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldRestoreTheOrderOverFailuresAndRescaling(long seed) throws Exception {
    List<Integer> parallelisms = List.of(2, 2, 4, 3);
    List<long[]> arrivals = arrivals(seed);
    List<OperatorSubtaskState> states = null;
    int perRun = arrivals.size() / parallelisms.size();
    for (int run = 0; run < parallelisms.size(); run++) {
      assertThat(states == null || waiting() > 0).as("some wait over the restart").isTrue();
      open(parallelisms.get(run), states);
      int end = run == parallelisms.size() - 1 ? arrivals.size() : (run + 1) * perRun;
      for (long[] arrival : arrivals.subList(run * perRun, end)) {
        take((int) arrival[0], arrival[1]);
      }
      states = snapshot();
    }
    assertThat(handedOn).hasSize(PARTITIONS);
    assertThat(handedOn.values())
        .allSatisfy(
            numbers ->
                assertThat(numbers)
                    .hasSize(FRAMES)
                    .isSorted()
                    .startsWith(1L)
                    .doesNotHaveDuplicates());
    assertThat(waiting()).as("frames in state of an idle stream").isZero();
  }

  /** Partition and number of all frames, each out of place by a few. */
  private static List<long[]> arrivals(long seed) {
    Random random = new Random(seed);
    List<long[]> arrivals = new ArrayList<>();
    for (long number = 1; number <= FRAMES; number++) {
      for (int partition = 0; partition < PARTITIONS; partition++) {
        arrivals.add(new long[] {partition, number});
      }
    }
    for (int from = 0; from < arrivals.size(); from += 30) {
      int to = Math.min(arrivals.size(), from + 30 + random.nextInt(30));
      Collections.shuffle(arrivals.subList(from, to), random);
    }
    return arrivals;
  }

  @Test
  void shouldHandOnARepeatAndAFrameWithoutANumberAtOnce() throws Exception {
    open(1, null);
    take(0, ProbeFrame.UNNUMBERED);
    take(0, 1);
    take(0, 2);
    take(0, 1);
    take(0, ProbeFrame.UNNUMBERED);
    take(0, 3);
    assertThat(handedOn.get(0)).containsExactly(0L, 1L, 2L, 1L, 0L, 3L);
  }

  @Test
  void shouldKeepTheTimestampOfAFrameThatHasWaited() throws Exception {
    open(1, null);
    subtasks.get(0).take(0, 2);
    subtasks.get(0).take(0, 1);
    subtasks.get(0).harness.processWatermark(1_002);
    assertThat(subtasks.get(0).harness.getOutput())
        .extracting(
            element ->
                element instanceof StreamRecord<?> record
                    ? record.getTimestamp()
                    : ((Watermark) element).getTimestamp())
        .containsExactly(1_001L, 1_002L, 1_002L);
  }

  private void open(int parallelism, List<OperatorSubtaskState> states) throws Exception {
    close();
    subtasks.clear();
    for (int subtask = 0; subtask < parallelism; subtask++) {
      subtasks.add(new Harness(subtask, parallelism, states));
    }
  }

  private void take(int partition, long number) throws Exception {
    int subtask =
        KeyGroupRangeAssignment.assignKeyToParallelOperator(
            CAMERAS.keyOf(partition), MAX_PARALLELISM, subtasks.size());
    for (MergedFrame frame : subtasks.get(subtask).take(partition, number)) {
      handedOn
          .computeIfAbsent(frame.frame().frame().partition(), any -> new ArrayList<>())
          .add(frame.frame().number());
    }
  }

  private List<OperatorSubtaskState> snapshot() throws Exception {
    List<OperatorSubtaskState> states = new ArrayList<>();
    for (Harness subtask : subtasks) {
      states.add(subtask.harness.snapshot(1, 0));
    }
    return states;
  }

  /** Keys with a frame in state. */
  private long waiting() {
    return subtasks.stream().mapToLong(Harness::keysWaiting).sum();
  }

  /** One subtask with RocksDB, as in production. */
  private static final class Harness implements AutoCloseable {
    private final KeyedOneInputStreamOperatorTestHarness<Integer, MergedFrame, MergedFrame> harness;
    private int read;

    Harness(int subtask, int parallelism, List<OperatorSubtaskState> states) throws Exception {
      harness =
          new KeyedOneInputStreamOperatorTestHarness<>(
              new OrderFrames(),
              frame -> CAMERAS.keyOf(frame.frame().frame().partition()),
              Types.INT,
              MAX_PARALLELISM,
              parallelism,
              subtask);
      harness.setStateBackend(new EmbeddedRocksDBStateBackend());
      Restored.from(states, harness, MAX_PARALLELISM, parallelism, subtask);
      harness.open();
    }

    /** What is handed on when this frame has come. */
    List<MergedFrame> take(int partition, long number) throws Exception {
      ProbeFrame frame = Fixtures.frameWith("camera-" + partition, partition, number, number);
      harness.processElement(new StreamRecord<>(MergedFrame.withoutSearch(frame), 1_000 + number));
      List<MergedFrame> all = harness.extractOutputValues();
      List<MergedFrame> since = List.copyOf(all.subList(read, all.size()));
      read = all.size();
      return since;
    }

    long keysWaiting() {
      KeyedStateBackend<Integer> backend =
          ((OrderFrames) harness.getOperator()).getKeyedStateBackend();
      try (Stream<Integer> keys = backend.getKeys("waiting", VoidNamespace.INSTANCE)) {
        return keys.count();
      }
    }

    @Override
    public void close() throws Exception {
      harness.close();
    }
  }
}
