package io.facestream.job.policies;

import io.facestream.decision.AnalysersAt;
import io.facestream.decision.Policies;
import io.facestream.job.frames.RawFrame;
import io.facestream.job.records.RecordFailure;
import java.util.List;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Says of each frame which analysers look at its faces: of a camera's those of its policy, of a
 * one-shot picture those that it names, and never one that is refused there. It stands before
 * detection, which alone has the picture that analysers need a part of, and in its task; only a job
 * that runs analysers has it.
 *
 * <p>Input 1 are the frames; input 2 are the policies, broadcast, as with {@link ScopeFrames}.
 */
public final class AskAnalysers extends AbstractStreamOperator<RawFrame>
    implements TwoInputStreamOperator<RawFrame, PolicyChange, RawFrame> {
  private static final long serialVersionUID = 1L;

  /** Index of the first input, as Flink counts. */
  private static final int FRAMES_INPUT = 0;

  private final Policies ofOptions;
  private final UsablePolicies usable;
  private final KeptPolicies topicNow;

  private transient LivePolicies policies;
  private transient AnalysersAt analysers;

  /**
   * @param ofOptions what holds where the topic says nothing
   * @param usable which policies the job can keep to
   * @param topicNow what the topic holds at the start
   */
  public AskAnalysers(Policies ofOptions, UsablePolicies usable, KeptPolicies topicNow) {
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
    analysers = new AnalysersAt(policies.inForce());
  }

  @Override
  public void processElement1(StreamRecord<RawFrame> element) throws Exception {
    RawFrame frame = element.getValue();
    RecordFailure.naming(
        "Ask analysers",
        () -> RecordFailure.frame(frame.partition(), frame.offset()),
        () -> output.collect(element.replace(asked(frame))));
  }

  private RawFrame asked(RawFrame frame) {
    if (frame.cameraId() == null) {
      return frame;
    }
    if (frame.request() == null) {
      return frame.asking(analysers.of(frame.cameraId()), List.of());
    }
    List<String> named =
        frame.request().analysers() == null ? List.of() : frame.request().analysers();
    List<String> refused =
        named.stream().filter(name -> analysers.refuses(frame.cameraId(), name)).toList();
    return frame.asking(named.stream().filter(name -> !refused.contains(name)).toList(), refused);
  }

  @Override
  public void processElement2(StreamRecord<PolicyChange> element) throws Exception {
    if (policies.take(element.getValue())) {
      analysers = new AnalysersAt(policies.inForce());
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
