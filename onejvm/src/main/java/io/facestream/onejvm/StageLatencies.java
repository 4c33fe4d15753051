package io.facestream.onejvm;

import io.facestream.wire.Timings;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/** How long each stage took, as percentiles. Not thread-safe. */
public final class StageLatencies {
  /** Two digits are what a person reads; the counts stay below 100 kB. */
  private static final int SIGNIFICANT_DIGITS = 2;

  private static final double MICROS_PER_MILLI = 1000;

  private static final String END_TO_END = "endToEnd";

  private static final Map<String, ToDoubleFunction<Timings>> STAGES = new LinkedHashMap<>();

  static {
    STAGES.put("detect", Timings::detectMs);
    STAGES.put("embed", Timings::embedMs);
    STAGES.put("search", Timings::searchMs);
    STAGES.put(END_TO_END, Timings::endToEndMs);
  }

  private final Map<String, Histogram> histograms = new LinkedHashMap<>();

  public StageLatencies() {
    STAGES.keySet().forEach(stage -> histograms.put(stage, new Histogram(SIGNIFICANT_DIGITS)));
  }

  /** Counts one frame. A stage a frame did not reach took it no time and is not counted. */
  public void add(Timings timings) {
    STAGES.forEach(
        (stage, millis) -> {
          long micros = Math.round(millis.applyAsDouble(timings) * MICROS_PER_MILLI);
          if (micros > 0) {
            histograms.get(stage).recordValue(micros);
          }
        });
  }

  /**
   * Mean of each stage over the frames that reached it, milliseconds: {@code detect}, {@code
   * embed}, {@code search}, {@code endToEnd}.
   */
  public Map<String, Double> means() {
    Map<String, Double> means = new LinkedHashMap<>();
    histograms.forEach((stage, h) -> means.put(stage, h.getMean() / MICROS_PER_MILLI));
    return means;
  }

  /** A percentile (0…100) of each stage, milliseconds; the stages are those of {@link #means}. */
  public Map<String, Double> percentiles(double percentile) {
    Map<String, Double> values = new LinkedHashMap<>();
    histograms.forEach(
        (stage, h) -> values.put(stage, h.getValueAtPercentile(percentile) / MICROS_PER_MILLI));
    return values;
  }

  /**
   * A table of p50 and p99 in milliseconds, one line a stage.
   *
   * @param capturedByTheClock whether capture times are the clock's; only then the time from
   *     capture to verdict says anything
   */
  public String table(boolean capturedByTheClock) {
    StringBuilder table = new StringBuilder("Latency, ms       p50       p99\n");
    histograms.forEach(
        (stage, h) -> {
          if (capturedByTheClock || !stage.equals(END_TO_END)) {
            table.append(row(stage, h));
          }
        });
    return table.toString();
  }

  private static String row(String stage, Histogram h) {
    return String.format(
        Locale.ROOT,
        "  %-12s%7.1f   %7.1f%n",
        inWords(stage),
        h.getValueAtPercentile(50) / MICROS_PER_MILLI,
        h.getValueAtPercentile(99) / MICROS_PER_MILLI);
  }

  private static String inWords(String stage) {
    return stage.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
