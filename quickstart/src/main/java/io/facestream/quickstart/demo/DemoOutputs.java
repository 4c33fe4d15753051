package io.facestream.quickstart.demo;

import java.nio.file.Path;

/**
 * Where a run's answers go beside the terminal; each may be null.
 *
 * @param alerts JSON lines of alerts
 * @param sightings JSON lines of the steps of visits
 * @param verdicts JSON lines of verdicts
 * @param deadLetters JSON lines of what the job refused
 * @param annotate folder of frames with their faces drawn in
 */
public record DemoOutputs(
    Path alerts, Path sightings, Path verdicts, Path deadLetters, Path annotate) {
  /** To the terminal alone. */
  public static DemoOutputs none() {
    return new DemoOutputs(null, null, null, null, null);
  }
}
