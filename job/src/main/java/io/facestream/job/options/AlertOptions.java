package io.facestream.job.options;

import java.util.Locale;
import picocli.CommandLine.Option;

/** What raises an alert. */
final class AlertOptions {
  /** How often somebody who stands before a camera raises an alert. */
  enum Occasion {
    /** With each frame. */
    FRAMES,
    /** Once, when the visit opens. */
    SIGHTINGS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--alerts",
      paramLabel = "frames|sightings",
      defaultValue = "frames",
      description =
          "frames raises an alert for the top match of each frame, sightings one for each visit,"
              + " when it opens, under the visit's id. Default: ${DEFAULT-VALUE}.")
  Occasion occasion;
}
