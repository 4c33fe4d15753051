package io.facestream.console.http;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** How many requests each route has answered, and how long that took, for Prometheus. */
public final class Requests {
  /** Others that somebody makes up are one, so that they cannot fill the memory. */
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final Map<String, Counted> counted = new ConcurrentSkipListMap<>();

  private record Counted(LongAdder count, LongAdder nanos) {}

  /**
   * @param route its path with the names of parameters, never their values; "" for none
   */
  void count(String method, String route, int status, long nanos) {
    String labels =
        "{method=\""
            + (METHODS.contains(method) ? method : "other")
            + "\",route=\""
            + route
            + "\",status=\""
            + status
            + "\"}";
    Counted one =
        counted.computeIfAbsent(labels, key -> new Counted(new LongAdder(), new LongAdder()));
    one.count.increment();
    one.nanos.add(nanos);
  }

  /** In Prometheus' text format. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("# HELP facestream_console_requests_total Requests answered.\n");
    text.append("# TYPE facestream_console_requests_total counter\n");
    counted.forEach(
        (labels, one) ->
            text.append("facestream_console_requests_total")
                .append(labels)
                .append(' ')
                .append(one.count.sum())
                .append('\n'));
    text.append("# HELP facestream_console_request_seconds_total Time spent on them.\n");
    text.append("# TYPE facestream_console_request_seconds_total counter\n");
    counted.forEach(
        (labels, one) ->
            text.append("facestream_console_request_seconds_total")
                .append(labels)
                .append(' ')
                .append(String.format(Locale.ROOT, "%.6f", one.nanos.sum() / 1e9))
                .append('\n'));
    return text.toString();
  }
}
