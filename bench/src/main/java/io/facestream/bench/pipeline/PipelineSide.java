package io.facestream.bench.pipeline;

import io.facestream.bench.pipeline.Contest.Round;
import java.util.List;
import java.util.Map;

/**
 * What came out for one setting of the pipeline.
 *
 * @param tracks {@code on} when the job followed faces and embedded only some views of each, {@code
 *     off} when it embedded every face
 * @param fps frames per second, median of the rounds
 * @param cpuMillis processor time of the whole process, milliseconds a frame, mean of the rounds
 * @param stages mean milliseconds of each stage, under full load; {@code endToEnd} therefore is
 *     mostly waiting
 * @param rounds each round
 */
record PipelineSide(
    String tracks, double fps, double cpuMillis, Map<String, Double> stages, List<Round> rounds) {

  static PipelineSide of(String tracks, Contest contest, Map<String, Double> stages) {
    return new PipelineSide(
        tracks, contest.median().fps(), contest.meanCpuMillis(), stages, contest.rounds());
  }
}
