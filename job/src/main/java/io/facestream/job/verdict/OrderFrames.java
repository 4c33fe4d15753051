package io.facestream.job.verdict;

import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.metrics.JobMetric;
import io.facestream.job.records.RecordFailure;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Hands each camera's frames on in the order in which detection saw them, keyed as detection is.
 *
 * <p>Frames overtake each other on their way: those without a face skip the search, and the merge
 * is keyed by frame. Detection has numbered the frames of each key without a gap, so the order is
 * known exactly: a frame waits for its predecessor and for no clock. What waits is in state, and
 * nothing is when all frames are answered but the number of each key's last frame.
 *
 * <p>A frame that is no later than what has gone on already is handed on at once: it comes from the
 * state of a version that did not number frames, or is a repeat under checkpoints that Flink was
 * told to take at least once.
 *
 * <p>An operator rather than a function, because a frame that has waited keeps its own timestamp.
 * Watermarks need not wait: what was detected before a watermark arrives before it, and so does
 * whatever that waits for.
 */
public final class OrderFrames extends AbstractStreamOperator<MergedFrame>
    implements OneInputStreamOperator<MergedFrame, MergedFrame> {
  private static final long serialVersionUID = 1L;

  /** Number of the key's frame that was handed on last. */
  private transient ValueState<Long> lastNumber;

  /** Frames that have come before their predecessor, by number. */
  private transient MapState<Long, MergedFrame> waiting;

  private transient Counter framesOrdered;

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    lastNumber =
        context
            .getKeyedStateStore()
            .getState(new ValueStateDescriptor<>("last-number", Types.LONG));
    waiting =
        context
            .getKeyedStateStore()
            .getMapState(
                new MapStateDescriptor<>(
                    "waiting", Types.LONG, TypeInformation.of(MergedFrame.class)));
  }

  @Override
  public void open() throws Exception {
    super.open();
    framesOrdered = JobMetric.FRAMES_ORDERED.counter(getMetricGroup());
  }

  @Override
  public void processElement(StreamRecord<MergedFrame> element) throws Exception {
    MergedFrame frame = element.getValue();
    RecordFailure.naming(
        "Order", () -> RecordFailure.frame(frame.frame().frameId()), () -> order(frame));
  }

  private void order(MergedFrame frame) throws Exception {
    Long last = lastNumber.value();
    long next = (last == null ? ProbeFrame.UNNUMBERED : last) + 1;
    long number = frame.frame().number();
    if (number > next) {
      framesOrdered.inc();
      waiting.put(number, frame);
    } else if (number < next) {
      handOn(frame);
    } else {
      handOnWithThoseBehind(frame);
    }
  }

  private void handOnWithThoseBehind(MergedFrame first) throws Exception {
    long number = first.frame().number();
    MergedFrame frame = first;
    while (frame != null) {
      handOn(frame);
      lastNumber.update(number);
      number++;
      frame = waiting.get(number);
      if (frame != null) {
        waiting.remove(number);
      }
    }
  }

  private void handOn(MergedFrame frame) {
    output.collect(new StreamRecord<>(frame, frame.frame().frame().capturedAt().toEpochMilli()));
  }
}
