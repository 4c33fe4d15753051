package io.facestream.job.policies;

import io.facestream.decision.Policies;
import io.facestream.decision.Reach;
import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.records.RecordFailure;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Says of each frame which watchlists are not looked for at its camera, before it goes to all
 * slices: they hear of a policy at different times, and must search a frame alike.
 *
 * <p>Input 1 are the frames; input 2 are the policies, broadcast, which hold from the next frame
 * on. An operator rather than a {@code BroadcastProcessFunction} for the reasons of {@link
 * io.facestream.job.verdict.JudgeFrames}: what the topic holds must be in force before the first
 * frame, and event time is that of the frames.
 */
public final class ScopeFrames extends AbstractStreamOperator<ProbeFrame>
    implements TwoInputStreamOperator<ProbeFrame, PolicyChange, ProbeFrame> {
  private static final long serialVersionUID = 1L;

  /** Index of the first input, as Flink counts. */
  private static final int FRAMES_INPUT = 0;

  private final Policies ofOptions;
  private final UsablePolicies usable;
  private final KeptPolicies topicNow;

  private transient LivePolicies policies;
  private transient Reach reach;

  /**
   * @param ofOptions what holds where the topic says nothing
   * @param usable which policies the job can keep to
   * @param topicNow what the topic holds at the start
   */
  public ScopeFrames(Policies ofOptions, UsablePolicies usable, KeptPolicies topicNow) {
    this.ofOptions = ofOptions;
    this.usable = usable;
    this.topicNow = topicNow;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    policies = new LivePolicies(context.getOperatorStateStore(), ofOptions, usable);
  }

  @Override
  public void open() throws Exception {
    super.open();
    policies.open(topicNow);
    reach = new Reach(policies.inForce());
  }

  @Override
  public void processElement1(StreamRecord<ProbeFrame> element) throws Exception {
    ProbeFrame frame = element.getValue();
    RecordFailure.naming(
        "Scope",
        () -> RecordFailure.frame(frame.frameId()),
        () -> output.collect(element.replace(scoped(frame))));
  }

  private ProbeFrame scoped(ProbeFrame frame) {
    return frame.without(reach.outOfScopeAt(frame.cameraId()));
  }

  @Override
  public void processElement2(StreamRecord<PolicyChange> element) throws Exception {
    if (policies.take(element.getValue())) {
      reach = new Reach(policies.inForce());
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
