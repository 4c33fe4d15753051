package io.facestream.job.policies;

import io.facestream.decision.Policies;
import io.facestream.job.records.RecordFailure;
import java.util.function.Supplier;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Notes on each frame what the policies say of it at this moment.
 *
 * <p>Input 1 are the frames; input 2 are the policies, broadcast, which hold from the next frame
 * on. An operator rather than a {@code BroadcastProcessFunction} for the reasons of {@link
 * io.facestream.job.verdict.JudgeFrames}: what the topic holds must be in force before the first
 * frame, and event time is that of the frames.
 */
abstract class FramesUnderPolicies<T> extends AbstractStreamOperator<T>
    implements TwoInputStreamOperator<T, PolicyChange, T> {
  private static final long serialVersionUID = 1L;

  /** Index of the first input, as Flink counts. */
  private static final int FRAMES_INPUT = 0;

  private final String step;
  private final Policies ofOptions;
  private final UsablePolicies usable;
  private final KeptPolicies topicNow;

  private transient LivePolicies policies;

  /**
   * @param step what failures are said to have happened in
   * @param ofOptions what holds where the topic says nothing
   * @param usable which policies the job can keep to
   * @param topicNow what the topic holds at the start
   */
  FramesUnderPolicies(
      String step, Policies ofOptions, UsablePolicies usable, KeptPolicies topicNow) {
    this.step = step;
    this.ofOptions = ofOptions;
    this.usable = usable;
    this.topicNow = topicNow;
  }

  /** Hears of the policies that hold from now on. */
  abstract void hold(Policies inForce);

  /** The frame with what they say of it. */
  abstract T noted(T frame);

  /** Names a frame that cannot be dealt with. */
  abstract String place(T frame);

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    policies = new LivePolicies(context.getOperatorStateStore(), ofOptions, usable);
  }

  @Override
  public void open() throws Exception {
    super.open();
    policies.open(topicNow);
    hold(policies.inForce());
  }

  @Override
  public void processElement1(StreamRecord<T> element) throws Exception {
    T frame = element.getValue();
    Supplier<String> where = () -> place(frame);
    RecordFailure.naming(step, where, () -> output.collect(element.replace(noted(frame))));
  }

  @Override
  public void processElement2(StreamRecord<PolicyChange> element) throws Exception {
    if (policies.take(element.getValue())) {
      hold(policies.inForce());
    }
  }

  @Override
  public void processWatermark1(Watermark mark) throws Exception {
    super.processWatermark(mark);
  }

  /** Policies have no event time. */
  @Override
  public void processWatermark2(Watermark mark) {}

  @Override
  protected void processWatermarkStatus(WatermarkStatus status, int input) throws Exception {
    if (input == FRAMES_INPUT) {
      output.emitWatermarkStatus(status);
    }
  }
}
