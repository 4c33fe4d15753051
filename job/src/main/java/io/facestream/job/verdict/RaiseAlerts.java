package io.facestream.job.verdict;

import io.facestream.wire.Alert;
import io.facestream.wire.AlertFace;
import io.facestream.wire.Face;
import io.facestream.wire.Verdict;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Raises one alert for a frame with a match: the most similar one. */
public final class RaiseAlerts implements FlatMapFunction<Verdict, Alert> {
  private static final long serialVersionUID = 1L;

  private final Duration expiry;

  /**
   * @param expiry how long after the capture an alert may be acted on
   */
  public RaiseAlerts(Duration expiry) {
    this.expiry = expiry;
  }

  @Override
  public void flatMap(Verdict verdict, Collector<Alert> out) {
    topMatch(verdict).ifPresent(face -> out.collect(alert(verdict, face)));
  }

  private static Optional<Face> topMatch(Verdict verdict) {
    return verdict.faces().stream()
        .filter(face -> face.match() != null)
        .max(
            Comparator.<Face>comparingDouble(face -> face.match().similarity())
                .thenComparing(face -> face.match().templateId(), Comparator.reverseOrder()));
  }

  private Alert alert(Verdict verdict, Face face) {
    return new Alert(
        Alert.SCHEMA,
        verdict.verdictId(),
        verdict.cameraId(),
        verdict.frame(),
        new AlertFace(face.box(), face.landmarks(), face.score(), face.quality()),
        face.match(),
        face.runnerUp(),
        verdict.models(),
        verdict.gallery(),
        verdict.timings(),
        verdict.frame().capturedAt().plus(expiry));
  }
}
