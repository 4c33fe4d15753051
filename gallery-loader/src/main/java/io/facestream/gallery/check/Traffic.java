package io.facestream.gallery.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Who passed the cameras of late, by the verdicts.
 *
 * @param from beginning of the time that was looked at
 * @param to its end
 * @param verdicts answers, one a frame
 * @param cameras that they came from
 * @param faces seen in them
 * @param compared faces good enough to be compared with the gallery
 * @param unknown faces among these that matched nobody
 * @param threshold the job's default cosine in the latest verdict that says one, −1…1; null when
 *     none does
 * @param nearest to whom the unknown came nearest, the most similar first
 */
public record Traffic(
    Instant from,
    Instant to,
    long verdicts,
    int cameras,
    long faces,
    long compared,
    long unknown,
    Double threshold,
    List<LiveImpostor> nearest) {

  /** The unknown faces of a day, at the same rate. */
  public double unknownADay() {
    double days = Duration.between(from, to).toMillis() / (double) Duration.ofDays(1).toMillis();
    return unknown / days;
  }
}
