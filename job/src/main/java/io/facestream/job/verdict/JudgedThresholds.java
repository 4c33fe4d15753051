package io.facestream.job.verdict;

import io.facestream.job.metrics.JobMetric;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Face;
import java.util.List;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows which threshold is in force, and says when it lies beyond what was measured. */
final class JudgedThresholds {
  private static final Logger LOG = LoggerFactory.getLogger(JudgeFrames.class);

  private final Counter facesBeyondCurve;
  private volatile double ofDefault;
  private boolean warned;

  JudgedThresholds(MetricGroup group) {
    facesBeyondCurve = JobMetric.FACES_BEYOND_CURVE.counter(group);
    JobMetric.THRESHOLD.gauge(group, () -> ofDefault);
  }

  void note(List<Face> judged) {
    for (Face face : judged) {
      AppliedThreshold threshold = face.threshold();
      if (threshold != null) {
        note(threshold);
      }
    }
  }

  private void note(AppliedThreshold threshold) {
    if (threshold.origin().equals(AppliedThreshold.DEFAULT)) {
      ofDefault = threshold.cosine();
    }
    if (Boolean.TRUE.equals(threshold.beyondCurve())) {
      facesBeyondCurve.inc();
      if (!warned) {
        warned = true;
        LOG.warn(
            "With {} templates, naming {} of strangers' visits asks for rarer false matches than"
                + " were ever measured with this embedder: the cosine {} is a guess. Allow more false"
                + " alerts, or measure the embedder on more people.",
            threshold.templates(),
            threshold.falseAlerts(),
            threshold.cosine());
      }
    }
  }
}
