package io.facestream.bench.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came out of a comparison.
 *
 * @param bareFps frames per second of the bare loop, median of the rounds
 * @param pipelineFps frames per second of the pipeline, median of the rounds
 * @param ratio pipelineFps / bareFps
 * @param stages mean milliseconds of each stage within the pipeline, under full load; {@code
 *     endToEnd} therefore is mostly waiting
 * @param setup what was run
 * @param bareRounds frames per second of each round of the bare loop
 * @param pipelineRounds frames per second of each round of the pipeline
 */
record PipelineResult(
    double bareFps,
    double pipelineFps,
    double ratio,
    Map<String, Double> stages,
    PipelineSetup setup,
    List<Double> bareRounds,
    List<Double> pipelineRounds) {

  static PipelineResult of(
      PipelineSetup setup, List<Double> bare, List<Double> pipeline, Map<String, Double> stages) {
    double bareFps = median(bare);
    double pipelineFps = median(pipeline);
    return new PipelineResult(
        bareFps, pipelineFps, pipelineFps / bareFps, stages, setup, bare, pipeline);
  }

  /** For people. */
  String text() {
    StringBuilder text = new StringBuilder();
    line(text, "Bare loop       %8.1f frames/s  (rounds: %s)", bareFps, rounded(bareRounds));
    line(
        text, "Whole pipeline  %8.1f frames/s  (rounds: %s)", pipelineFps, rounded(pipelineRounds));
    line(text, "Ratio           %8.2f", ratio);
    stages.forEach((stage, millis) -> line(text, "  %-14s%8.1f ms a frame", stage, millis));
    return text.toString();
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static List<Long> rounded(List<Double> values) {
    return values.stream().map(Math::round).toList();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
