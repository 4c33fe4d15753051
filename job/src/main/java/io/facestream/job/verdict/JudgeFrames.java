package io.facestream.job.verdict;

import io.facestream.decision.Calibration;
import io.facestream.decision.DecisionRule;
import io.facestream.job.followed.FollowedFrame;
import io.facestream.job.metrics.JobMetric;
import io.facestream.job.negatives.ExampleChange;
import io.facestream.job.negatives.LiveExamples;
import io.facestream.job.policies.KeptPolicies;
import io.facestream.job.policies.LivePolicies;
import io.facestream.job.policies.PolicyChange;
import io.facestream.job.policies.UsablePolicies;
import io.facestream.job.records.RecordFailure;
import io.facestream.job.tracks.KeyedTracks;
import io.facestream.job.unmatched.UnmatchedFace;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.wire.FalseMatchCurve;
import io.facestream.wire.Models;
import io.facestream.wire.Outcome;
import io.facestream.wire.Verdict;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;

/**
 * Makes each frame's verdict, and counts them by outcome.
 *
 * <p>Input 1 are the frames, keyed as detection is and in each camera's order; input 2 are the
 * policies, the changes of the gallery and the negative examples, broadcast, which hold from the
 * next frame on: whoever is erased is not carried on by a track. An operator rather than a {@code
 * KeyedBroadcastProcessFunction}: what the topic holds must be in force before the first frame, and
 * event time is that of the frames, which the others, having none, must not hold up.
 */
public final class JudgeFrames extends AbstractStreamOperator<Verdict>
    implements TwoInputStreamOperator<MergedFrame, JudgeUpdate, Verdict>,
        Triggerable<Object, VoidNamespace> {
  private static final long serialVersionUID = 1L;

  /** Usable faces for which nobody is named, where the settings ask for them. */
  public static final OutputTag<UnmatchedFace> UNMATCHED =
      new OutputTag<>("unmatched-faces", TypeInformation.of(UnmatchedFace.class));

  /** Every frame with its followed faces, where the settings ask for them. */
  public static final OutputTag<FollowedFrame> FOLLOWED =
      new OutputTag<>("followed-frames", TypeInformation.of(FollowedFrame.class));

  /** Index of the first input, as Flink counts. */
  private static final int FRAMES_INPUT = 0;

  private final JudgeSettings settings;
  private final UsablePolicies usable;
  private final KeptPolicies topicNow;
  private final String pack;
  private final String detector;
  private final String embedder;

  private transient LivePolicies policies;
  private transient ErasedLately erasedLately;
  private transient LiveExamples examples;
  private transient HeldFrames held;

  private transient KeyedTracks tracks;
  private transient Calibration calibration;
  private transient Judge judge;
  private transient RememberedFaces remembered;
  private transient Map<Outcome, Counter> verdicts;
  private transient Counter facesUnrecorded;
  private transient JudgedThresholds thresholds;
  private transient Histogram endToEndMicros;

  /**
   * @param usable which policies the job can keep to
   * @param topicNow what the topic holds at the start
   * @param models what the verdicts name as their models; the curve is that of their pack
   */
  public JudgeFrames(
      JudgeSettings settings, UsablePolicies usable, KeptPolicies topicNow, Models models) {
    this.settings = settings;
    this.usable = usable;
    this.topicNow = topicNow;
    this.pack = models.pack();
    this.detector = models.detector();
    this.embedder = models.embedder();
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    policies = new LivePolicies(context.getOperatorStateStore(), settings.policies(), usable);
    erasedLately = new ErasedLately(context.getOperatorStateStore());
    examples = new LiveExamples(context.getOperatorStateStore());
  }

  @Override
  public void open() throws Exception {
    super.open();
    FalseMatchCurve curve = ModelPacks.named(pack).embedder().falseMatches();
    calibration = curve == null ? null : new Calibration(curve);
    remembered = new RememberedFaces(settings, new Standings(calibration), output);
    policies.open(topicNow);
    tracks =
        new KeyedTracks(
            getKeyedStateStore(),
            getKeyedStateBackend(),
            getInternalTimerService("tracks", VoidNamespaceSerializer.INSTANCE, this));
    held = new HeldFrames(getKeyedStateStore(), getKeyedStateBackend());
    judge = judge();
    MetricGroup group = getMetricGroup();
    verdicts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      verdicts.put(outcome, counterOf(outcome).counter(group));
    }
    facesUnrecorded = JobMetric.FACES_UNRECORDED.counter(group);
    thresholds = new JudgedThresholds(group);
    endToEndMicros = JobMetric.END_TO_END_TIME.histogram(group);
  }

  private Judge judge() {
    return new Judge(
        new DecisionRule(policies.inForce(), calibration),
        ModelPacks.named(pack).thresholds().pairSimilarity(),
        settings.shownCandidates(),
        new Models(pack, detector, embedder),
        examples.known());
  }

  private static JobMetric counterOf(Outcome outcome) {
    return switch (outcome) {
      case MATCH -> JobMetric.VERDICTS_MATCH;
      case UNKNOWN -> JobMetric.VERDICTS_UNKNOWN;
      case NO_FACE -> JobMetric.VERDICTS_NO_FACE;
      case REJECTED -> JobMetric.VERDICTS_REJECTED;
    };
  }

  @Override
  public void processElement1(StreamRecord<MergedFrame> element) throws Exception {
    if (held.areWaitedFor()) {
      held.add(element.getValue());
    } else {
      judge(element.getValue());
    }
  }

  /** What fails on a verdict further down the chain is named here, too. */
  private void judge(MergedFrame frame) throws Exception {
    long time = frame.frame().frame().capturedAt().toEpochMilli();
    RecordFailure.naming(
        "Judge",
        () -> RecordFailure.frame(frame.frame().frameId()),
        () -> output.collect(new StreamRecord<>(judged(frame), time)));
  }

  private Verdict judged(MergedFrame frame) throws Exception {
    Verdict verdict = judge.judge(erasedLately.leftOutOf(frame), tracks, remembered);
    remembered.endOf(verdict);
    tracks.pass(verdict.cameraId(), verdict.frame().capturedAt().toEpochMilli());
    verdicts.get(verdict.outcome()).inc();
    if (verdict.unrecorded() != null) {
      facesUnrecorded.inc(verdict.unrecorded());
    }
    thresholds.note(verdict.faces());
    endToEndMicros.update(Math.round(verdict.timings().endToEndMs() * 1e3));
    return verdict;
  }

  @Override
  public void processElement2(StreamRecord<JudgeUpdate> element) throws Exception {
    JudgeUpdate update = element.getValue();
    if (update.policy() != null) {
      take(update.policy());
    } else if (update.example() != null) {
      take(update.example());
    } else {
      erasedLately.note(update.template(), getProcessingTimeService().getCurrentProcessingTime());
      tracks.apply(update.template());
    }
  }

  private void take(ExampleChange change) throws Exception {
    if (!change.isAllTold()) {
      examples.take(change);
    } else if (held.allToldWith(change)) {
      held.drain(this::judge, super::processWatermark);
    }
  }

  private void take(PolicyChange change) throws Exception {
    if (policies.take(change)) {
      judge = judge();
      LOG.info(
          "The policy of '{}' {} from the next frame on, version {}",
          change.key(),
          change.value() == null ? "is taken back" : "holds",
          change.offset());
    }
  }

  @Override
  public void onProcessingTime(InternalTimer<Object, VoidNamespace> timer) {
    tracks.forgetSilent();
  }

  @Override
  public void onEventTime(InternalTimer<Object, VoidNamespace> timer) {
    throw new IllegalStateException("No timer is set by event time");
  }

  @Override
  public void processWatermark1(Watermark mark) throws Exception {
    if (held.areWaitedFor()) {
      held.add(mark);
    } else {
      super.processWatermark(mark);
    }
  }

  /** Policies and gallery have no event time. */
  @Override
  public void processWatermark2(Watermark mark) {}

  @Override
  protected void processWatermarkStatus(WatermarkStatus status, int input) throws Exception {
    if (input == FRAMES_INPUT) {
      output.emitWatermarkStatus(status);
    }
  }
}
