package io.facestream.job.options;

import io.facestream.job.sightings.SightingSettings;
import io.facestream.job.unknown.UnknownSettings;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Whether strangers are told of. */
final class UnknownOptions {
  /** Shorter is no stay; and a number without its unit is taken for milliseconds. */
  private static final Duration SHORTEST = Duration.ofMillis(500);

  private static final Duration LONGEST = Duration.ofMinutes(10);

  @Option(
      names = "--unknown-after",
      paramLabel = "DURATION",
      converter = Durations.class,
      description =
          "Tell visits of people, too, who are not in the gallery, when they were seen for so long,"
              + " such as 3s; until midnight their faces are remembered, so that they have the same"
              + " id when they come back. Default: nobody's.")
  Duration after;

  @Option(
      names = "--unknown-day-zone",
      paramLabel = "ZONE",
      converter = Zones.class,
      description = "Time zone of that midnight, such as Europe/Berlin. Default: UTC.")
  ZoneId dayZone;

  void validate(CommandLine command, boolean tracks) {
    Check.that(
        command,
        after == null || tracks,
        "--unknown-after needs faces that are followed: leave out --tracks off");
    Check.between(command, "--unknown-after", after, SHORTEST, LONGEST);
    Check.that(
        command,
        dayZone == null || after != null,
        "--unknown-day-zone says nothing without --unknown-after: give both");
  }

  boolean on() {
    return after != null;
  }

  UnknownSettings settings(SightingSettings sightings) {
    return new UnknownSettings(after, dayZone == null ? ZoneOffset.UTC : dayZone, sightings);
  }
}
