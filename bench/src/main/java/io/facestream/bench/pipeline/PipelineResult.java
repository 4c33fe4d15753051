package io.facestream.bench.pipeline;

import io.facestream.bench.pipeline.Contest.Round;
import java.util.List;
import java.util.Locale;

/**
 * What came out of a comparison.
 *
 * @param bareFps frames per second of the bare loop, median of the rounds
 * @param bareCpuMillis processor time of the bare loop, milliseconds a frame, mean of the rounds
 * @param pipelineFps frames per second of the last of the sides, median of the rounds
 * @param ratio pipelineFps / bareFps
 * @param sides the pipeline, with each setting that was asked for
 * @param setup what was run
 * @param bareRounds each round of the bare loop
 */
record PipelineResult(
    double bareFps,
    double bareCpuMillis,
    double pipelineFps,
    double ratio,
    List<PipelineSide> sides,
    PipelineSetup setup,
    List<Round> bareRounds) {

  /**
   * A result.
   *
   * @param sides at least one
   */
  static PipelineResult of(PipelineSetup setup, Contest bare, List<PipelineSide> sides) {
    double bareFps = bare.median().fps();
    double pipelineFps = sides.get(sides.size() - 1).fps();
    return new PipelineResult(
        bareFps,
        bare.meanCpuMillis(),
        pipelineFps,
        pipelineFps / bareFps,
        sides,
        setup,
        bare.rounds());
  }

  /** For people. */
  String text() {
    StringBuilder text = new StringBuilder();
    contestant(text, "Bare loop", bareFps, bareCpuMillis, bareRounds);
    for (PipelineSide side : sides) {
      String name = "Pipeline, tracks " + side.tracks();
      contestant(text, name, side.fps(), side.cpuMillis(), side.rounds());
      line(text, "  Ratio               %8.2f", side.fps() / bareFps);
      side.stages()
          .forEach((stage, millis) -> line(text, "  %-20s%8.1f ms a frame", stage, millis));
    }
    return text.toString();
  }

  private static void contestant(
      StringBuilder text, String name, double fps, double cpuMillis, List<Round> rounds) {
    List<Long> each = rounds.stream().map(round -> Math.round(round.fps())).toList();
    line(
        text,
        "%-22s%8.1f frames/s, %5.1f ms of CPU a frame (rounds: %s)",
        name,
        fps,
        cpuMillis,
        each);
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
