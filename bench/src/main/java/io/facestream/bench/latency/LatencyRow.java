package io.facestream.bench.latency;

import java.util.Locale;
import java.util.Map;

/**
 * Latency at one load. Times in milliseconds.
 *
 * @param templates size of the gallery
 * @param dimension length of an embedding
 * @param parallelism subtasks of each operator
 * @param capacity frames a second that the job managed when it was given all at once
 * @param loadPercent the load, of capacity
 * @param framesPerSecond the load
 * @param alerts alerts that were measured
 * @param p50 median time from a frame's append to the moment its alert was read
 * @param p99 its 99th percentile
 * @param stagesP50 medians of the stages, by the alerts' own timings: {@code detect}, {@code
 *     embed}, {@code search}, {@code endToEnd}; the rest of {@code endToEnd} is waiting and moving
 * @param stagesP99 their 99th percentiles
 */
record LatencyRow(
    int templates,
    int dimension,
    int parallelism,
    double capacity,
    int loadPercent,
    double framesPerSecond,
    long alerts,
    double p50,
    double p99,
    Map<String, Double> stagesP50,
    Map<String, Double> stagesP99) {

  static String heading() {
    return "templates  dim  P  capacity/s  load  frames/s  alerts   p50 ms   p99 ms"
        + "   detect p50/p99   embed p50/p99   search p50/p99\n";
  }

  String text() {
    return String.format(
        Locale.ROOT,
        "%,9d %4d %2d %11.0f %4d%% %9.0f %7d %8.1f %8.1f   %s   %s   %s%n",
        templates,
        dimension,
        parallelism,
        capacity,
        loadPercent,
        framesPerSecond,
        alerts,
        p50,
        p99,
        stage("detect"),
        stage("embed"),
        stage("search"));
  }

  private String stage(String name) {
    return String.format(Locale.ROOT, "%6.1f / %6.1f", stagesP50.get(name), stagesP99.get(name));
  }
}
