package io.facestream.job.verdict;

import io.facestream.job.metrics.JobMetric;
import io.facestream.job.records.RecordFailure;
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

  private final JudgeRules rules;
  private final String pack;
  private final String detector;
  private final String embedder;

  private transient Judge judge;
  private transient Map<Outcome, Counter> verdicts;
  private transient Histogram endToEndMicros;

  /**
   * @param models what the verdicts name as their models
   */
  public JudgeFrames(JudgeRules rules, Models models) {
    this.rules = rules;
    this.pack = models.pack();
    this.detector = models.detector();
    this.embedder = models.embedder();
  }

  @Override
  public void open(OpenContext context) {
    judge = new Judge(rules, new Models(pack, detector, embedder));
    MetricGroup group = getRuntimeContext().getMetricGroup();
    verdicts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      verdicts.put(outcome, counterOf(outcome).counter(group));
    }
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
    endToEndMicros.update(Math.round(verdict.timings().endToEndMs() * 1e3));
    return verdict;
  }
}
