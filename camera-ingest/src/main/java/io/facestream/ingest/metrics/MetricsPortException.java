package io.facestream.ingest.metrics;

import io.facestream.wire.FacestreamException;
import io.facestream.wire.Remedy;
import java.util.List;
import java.util.Locale;

/** The port for the metrics cannot be opened; the message names it and says why. */
public final class MetricsPortException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  MetricsPortException(int port, Throwable cause) {
    super(
        String.format(
            Locale.ROOT,
            "Port %d for the metrics cannot be opened (%s); free it",
            port,
            cause.getMessage()),
        cause);
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(Remedy.METRICS_PORT);
  }
}
