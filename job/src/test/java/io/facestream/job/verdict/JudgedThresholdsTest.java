package io.facestream.job.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.metrics.JobMetric;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Box;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

class JudgedThresholdsTest {
  private final Registered metrics = new Registered();
  private final JudgedThresholds thresholds = new JudgedThresholds(metrics);

  @Test
  void shouldShowTheDefaultInForce() {
    thresholds.note(
        List.of(
            face(new AppliedThreshold(0.41, "default", 0.003, 10L, false, null)),
            face(AppliedThreshold.fixed("camera/gate", 0.6)),
            face(null)));
    assertThat(metrics.threshold()).isEqualTo(0.41);
    thresholds.note(List.of(face(new AppliedThreshold(0.43, "default", 0.003, 20L, false, null))));
    assertThat(metrics.threshold()).as("the gallery has grown").isEqualTo(0.43);
    assertThat(metrics.beyondCurve()).isZero();
  }

  @Test
  void shouldCountFacesJudgedByAGuess() {
    thresholds.note(
        List.of(
            face(new AppliedThreshold(0.53, "default", 0.003, 1_000L, true, null)),
            face(new AppliedThreshold(0.61, "watchlist/vip", 0.0001, 1_000L, true, null)),
            face(AppliedThreshold.fixed("person/ada", 0.5))));
    assertThat(metrics.beyondCurve()).isEqualTo(2);
  }

  private static Face face(AppliedThreshold threshold) {
    return new Face(
        new Box(0, 0, 0.1, 0.1),
        List.of(),
        0.9,
        0.9,
        FaceOutcome.UNKNOWN,
        null,
        null,
        null,
        null,
        threshold,
        List.of(),
        Map.of(),
        null,
        "test");
  }

  /** Keeps what is registered with it. */
  private static final class Registered extends UnregisteredMetricsGroup {
    private final Map<String, Gauge<?>> gauges = new HashMap<>();
    private final Map<String, Counter> counters = new HashMap<>();

    @Override
    public MetricGroup addGroup(String name) {
      return this;
    }

    @Override
    public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
      gauges.put(name, gauge);
      return gauge;
    }

    @Override
    public Counter counter(String name) {
      return counters.computeIfAbsent(name, unused -> new SimpleCounter());
    }

    double threshold() {
      return ((Number) gauges.get(JobMetric.THRESHOLD.id()).getValue()).doubleValue();
    }

    long beyondCurve() {
      return counters.get(JobMetric.FACES_BEYOND_CURVE.id()).getCount();
    }
  }
}
