package io.facestream.job.sightings;

import io.facestream.job.metrics.JobMetric;
import io.facestream.job.verdict.RaiseAlerts;
import io.facestream.wire.Alert;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.metrics.Counter;

/**
 * Raises one alert for a visit, when it opens. Several may open with one frame, so an alert has the
 * id of its visit.
 */
public final class RaiseAlertsOfOpenings extends RichMapFunction<Opening, Alert> {
  private static final long serialVersionUID = 1L;

  private final Duration expiry;

  private transient Counter alerts;

  /**
   * @param expiry how long after the capture an alert may be acted on
   */
  public RaiseAlertsOfOpenings(Duration expiry) {
    this.expiry = expiry;
  }

  @Override
  public void open(OpenContext context) {
    alerts = JobMetric.ALERTS.counter(getRuntimeContext().getMetricGroup());
  }

  @Override
  public Alert map(Opening opening) {
    alerts.inc();
    return RaiseAlerts.alert(opening.sightingId(), opening.verdict(), opening.face(), expiry);
  }
}
