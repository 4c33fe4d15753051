package io.facestream.job.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LostFramesTest {
  /** Static, since the function travels to its operator by serialisation. */
  private static final AtomicLong FIRST_KEPT = new AtomicLong();

  private static final AtomicLong QUESTIONS = new AtomicLong();

  @BeforeEach
  void keepEverything() {
    FIRST_KEPT.set(0);
    QUESTIONS.set(0);
  }

  @Test
  void shouldCountFramesDeletedWhileTheJobWasDown() throws Exception {
    OperatorSubtaskState state;
    try (var running = harness()) {
      running.open();
      pass(running, 0, 1, 2);
      state = running.snapshot(1, 1);
    }
    FIRST_KEPT.set(7);
    try (var restored = harness()) {
      restored.initializeState(state);
      restored.open();
      pass(restored, 7, 8);
      assertThat(lost(restored)).as("offsets 3 to 6").isEqualTo(4);
      assertThat(restored.extractOutputValues()).hasSize(2);
    }
  }

  @Test
  void shouldCountOnlyWhatWasDeletedOfALongerLeap() throws Exception {
    try (var running = harness()) {
      running.open();
      pass(running, 0);
      FIRST_KEPT.set(3);
      pass(running, 5);
      assertThat(lost(running)).as("offsets 1 and 2; 3 and 4 are no records").isEqualTo(2);
    }
  }

  @Test
  void shouldNotTakeTheMarkersOfTransactionsForLosses() throws Exception {
    try (var running = harness()) {
      running.open();
      for (long offset = 0; offset < 2_000; offset += 2) {
        pass(running, offset);
      }
      assertThat(lost(running)).isZero();
      assertThat(QUESTIONS.get()).as("not one for each leap").isLessThan(100);
    }
  }

  private static KeyedOneInputStreamOperatorTestHarness<Integer, RawFrame, RawFrame> harness()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new PassOn()), RawFrame::partition, Types.INT);
  }

  private static void pass(
      KeyedOneInputStreamOperatorTestHarness<Integer, RawFrame, RawFrame> harness, long... offsets)
      throws Exception {
    for (long offset : offsets) {
      harness.processElement(
          new RawFrame(0, offset, 0, new byte[] {1}, null, "door", -1, null, new byte[] {1}), 0);
    }
  }

  private static long lost(
      KeyedOneInputStreamOperatorTestHarness<Integer, RawFrame, RawFrame> harness) {
    var operator = (KeyedProcessOperator<?, ?, ?>) harness.getOperator();
    return ((PassOn) operator.getUserFunction()).lost.count();
  }

  /** The least of a function that sees frames. */
  private static final class PassOn extends KeyedProcessFunction<Integer, RawFrame, RawFrame> {
    private static final long serialVersionUID = 1L;

    private transient LostFrames lost;

    @Override
    public void open(OpenContext context) {
      lost =
          new LostFrames(
              "frames",
              () -> {
                QUESTIONS.incrementAndGet();
                return Map.of(0, FIRST_KEPT.get());
              },
              getRuntimeContext());
    }

    @Override
    public void processElement(RawFrame frame, Context context, Collector<RawFrame> out)
        throws Exception {
      lost.see(frame);
      out.collect(frame);
    }
  }
}
