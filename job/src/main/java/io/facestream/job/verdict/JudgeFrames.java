package io.facestream.job.verdict;

import io.facestream.decision.Calibration;
import io.facestream.decision.DecisionRule;
import io.facestream.job.metrics.JobMetric;
import io.facestream.job.records.RecordFailure;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.wire.FalseMatchCurve;
import io.facestream.wire.Models;
import io.facestream.wire.Outcome;
import io.facestream.wire.Verdict;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.Collector;

/**
 * Makes each frame's verdict, and counts them by outcome. A flat map, so that what fails on a
 * verdict further down the chain is named here.
 */
public final class JudgeFrames extends RichFlatMapFunction<MergedFrame, Verdict> {
  private static final long serialVersionUID = 1L;

  private final JudgeSettings settings;
  private final String pack;
  private final String detector;
  private final String embedder;

  private transient Judge judge;
  private transient Map<Outcome, Counter> verdicts;
  private transient JudgedThresholds thresholds;
  private transient Histogram endToEndMicros;

  /**
   * @param models what the verdicts name as their models; the curve is that of their pack
   */
  public JudgeFrames(JudgeSettings settings, Models models) {
    this.settings = settings;
    this.pack = models.pack();
    this.detector = models.detector();
    this.embedder = models.embedder();
  }

  @Override
  public void open(OpenContext context) {
    FalseMatchCurve curve = ModelPacks.named(pack).embedder().falseMatches();
    DecisionRule rule =
        new DecisionRule(settings.policies(), curve == null ? null : new Calibration(curve));
    judge = new Judge(rule, settings.shownCandidates(), new Models(pack, detector, embedder));
    MetricGroup group = getRuntimeContext().getMetricGroup();
    verdicts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      verdicts.put(outcome, counterOf(outcome).counter(group));
    }
    thresholds = new JudgedThresholds(group);
    endToEndMicros = JobMetric.END_TO_END_TIME.histogram(group);
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
  public void flatMap(MergedFrame frame, Collector<Verdict> out) throws Exception {
    RecordFailure.naming(
        "Judge",
        () -> RecordFailure.frame(frame.frame().frameId()),
        () -> out.collect(judged(frame)));
  }

  private Verdict judged(MergedFrame frame) {
    Verdict verdict = judge.judge(frame);
    verdicts.get(verdict.outcome()).inc();
    thresholds.note(verdict.faces());
    endToEndMicros.update(Math.round(verdict.timings().endToEndMs() * 1e3));
    return verdict;
  }
}
