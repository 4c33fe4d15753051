package io.facestream.job.verdict;

import io.facestream.decision.TopMatch;
import io.facestream.job.metrics.JobMetric;
import io.facestream.wire.Alert;
import io.facestream.wire.AlertFace;
import io.facestream.wire.Face;
import io.facestream.wire.Verdict;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;

/**
 * Raises one alert for a camera's frame with a match: the most similar one. Whoever hands in a
 * picture has the verdict for an answer; nobody need be alerted of it.
 */
public final class RaiseAlerts extends RichFlatMapFunction<Verdict, Alert> {
  private static final long serialVersionUID = 1L;

  private final Duration expiry;

  private transient Counter alerts;

  /**
   * @param expiry how long after the capture an alert may be acted on
   */
  public RaiseAlerts(Duration expiry) {
    this.expiry = expiry;
  }

  @Override
  public void open(OpenContext context) {
    alerts = JobMetric.ALERTS.counter(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void flatMap(Verdict verdict, Collector<Alert> out) {
    alertFor(verdict)
        .ifPresent(
            alert -> {
              alerts.inc();
              out.collect(alert);
            });
  }

  /** The alert for a verdict, where somebody was matched. */
  Optional<Alert> alertFor(Verdict verdict) {
    return verdict.answersRequest()
        ? Optional.empty()
        : TopMatch.of(verdict.faces())
            .map(face -> alert(verdict.verdictId(), verdict, face, expiry));
  }

  /**
   * An alert for a face that was recognised.
   *
   * @param id the alert's
   * @param verdict of the face's frame
   * @param expiry how long after the capture it may be acted on
   */
  public static Alert alert(String id, Verdict verdict, Face face, Duration expiry) {
    return new Alert(
        Alert.SCHEMA,
        id,
        verdict.cameraId(),
        verdict.frame(),
        new AlertFace(
            face.box(),
            face.landmarks(),
            face.score(),
            face.quality(),
            face.track(),
            face.carriedFrom()),
        face.match(),
        face.runnerUp(),
        verdict.models(),
        verdict.gallery(),
        verdict.timings(),
        verdict.frame().capturedAt().plus(expiry),
        null);
  }
}
