package io.facestream.job.options;

import io.facestream.job.sightings.SightingSettings;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** When somebody has gone. */
final class SightingOptions {
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofDays(1);

  @Option(
      names = "--visit-silence",
      paramLabel = "DURATION",
      converter = Durations.class,
      defaultValue = "10s",
      description =
          "For how long, by capture time, a person may not be seen within one visit to a camera."
              + " Default: ${DEFAULT-VALUE}.")
  Duration silence;

  @Option(
      names = "--visit-updates",
      paramLabel = "DURATION",
      converter = Durations.class,
      defaultValue = "5s",
      description =
          "Least time, by capture time, between two updates of a visit. Default: ${DEFAULT-VALUE}.")
  Duration updates;

  void validate(CommandLine command) {
    Check.between(command, "--visit-silence", silence, SHORTEST, LONGEST);
    Check.between(command, "--visit-updates", updates, SHORTEST, LONGEST);
  }

  SightingSettings settings() {
    return new SightingSettings(silence, updates);
  }
}
