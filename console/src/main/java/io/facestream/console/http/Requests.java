package io.facestream.console.http;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** How many requests each route has answered, and how long that took, for Prometheus. */
public final class Requests {
  /** Others that somebody makes up are one, so that they cannot fill the memory. */
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Histogram seconds =
      Histogram.builder()
          .name("facestream_console_request_seconds")
          .help("Requests answered, and the time from their beginning to their end.")
          .unit(Unit.SECONDS)
          .classicOnly()
          .labelNames("method", "route", "status")
          .register(registry);

  /**
   * @param route its path with the names of parameters, never their values; "" for none
   */
  void count(String method, String route, int status, long nanos) {
    seconds
        .labelValues(METHODS.contains(method) ? method : "other", route, Integer.toString(status))
        .observe(Unit.nanosToSeconds(nanos));
  }

  /** Where further counters of the console may be added. */
  public PrometheusRegistry registry() {
    return registry;
  }

  /** In Prometheus' text format. */
  public String text() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(text, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString(StandardCharsets.UTF_8);
  }
}
