package io.facestream.bench.pipeline;

import io.facestream.bench.pipeline.Contest.Round;
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
 * @param bareRounds each round of the bare loop
 * @param pipelineRounds each round of the pipeline
 */
record PipelineResult(
    double bareFps,
    double pipelineFps,
    double ratio,
    Map<String, Double> stages,
    PipelineSetup setup,
    List<Round> bareRounds,
    List<Round> pipelineRounds) {

  static PipelineResult of(
      PipelineSetup setup, Contest bare, Contest pipeline, Map<String, Double> stages) {
    double bareFps = bare.median().fps();
    double pipelineFps = pipeline.median().fps();
    return new PipelineResult(
        bareFps,
        pipelineFps,
        pipelineFps / bareFps,
        stages,
        setup,
        bare.rounds(),
        pipeline.rounds());
  }

  /** For people. */
  String text() {
    StringBuilder text = new StringBuilder();
    side(text, "Bare loop", bareFps, bareRounds);
    side(text, "Whole pipeline", pipelineFps, pipelineRounds);
    line(text, "Ratio           %8.2f", ratio);
    stages.forEach((stage, millis) -> line(text, "  %-14s%8.1f ms a frame", stage, millis));
    return text.toString();
  }

  private static void side(StringBuilder text, String name, double fps, List<Round> rounds) {
    double cpu = rounds.stream().mapToDouble(Round::cpuMillis).average().orElse(0);
    List<Long> each = rounds.stream().map(round -> Math.round(round.fps())).toList();
    line(text, "%-16s%8.1f frames/s, %5.1f ms of CPU a frame (rounds: %s)", name, fps, cpu, each);
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
