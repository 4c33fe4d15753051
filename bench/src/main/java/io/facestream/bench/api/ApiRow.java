package io.facestream.bench.api;

import java.util.Locale;
import java.util.Map;

/**
 * What clients of one kind got. Times in milliseconds.
 *
 * @param route {@code recognize} or {@code analyze}
 * @param clients how many asked side by side
 * @param everySeconds how often each captured; 0 for again and again without a pause
 * @param camerasPerSecond frames that cameras sent meanwhile
 * @param camerasBehind frames of theirs without a verdict at the end
 * @param requests answers
 * @param failed requests without one
 * @param perSecond answers a second
 * @param milliseconds for {@code recognize} its {@code end}; for {@code analyze} each event
 * @param jobP50 medians of the job's stages, by the verdicts' own timings: {@code detect}, {@code
 *     embed}, {@code search}, {@code endToEnd}; the rest of {@code endToEnd} is waiting and moving,
 *     and what the client waits for beside it the console's
 * @param jobP95 their 95th percentiles
 */
record ApiRow(
    String route,
    int clients,
    double everySeconds,
    double camerasPerSecond,
    long camerasBehind,
    long requests,
    long failed,
    double perSecond,
    Map<String, Percentiles> milliseconds,
    Map<String, Double> jobP50,
    Map<String, Double> jobP95) {

  static String heading() {
    return "route      clients  every  cameras/s  behind  requests  failed  answers/s  what"
        + "       p50 /    p95 /    p99 ms   detect, embed, search, end to end: p50 (p95)\n";
  }

  String text() {
    StringBuilder text = new StringBuilder();
    milliseconds.forEach(
        (what, times) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "%-9s %8d %6s %10.1f %7d %9d %7d %10.1f  %-8s %s   %s%n",
                    route,
                    clients,
                    everySeconds == 0 ? "-" : String.format(Locale.ROOT, "%.1fs", everySeconds),
                    camerasPerSecond,
                    camerasBehind,
                    requests,
                    failed,
                    perSecond,
                    what,
                    times.text(),
                    stages())));
    return text.toString();
  }

  private String stages() {
    StringBuilder text = new StringBuilder();
    jobP50.forEach(
        (stage, millis) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "%s%.0f (%.0f)",
                    text.isEmpty() ? "" : ", ",
                    millis,
                    jobP95.get(stage))));
    return text.toString();
  }
}
