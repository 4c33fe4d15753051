package io.facestream.job.options;

import io.facestream.job.back.BackSettings;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Whether faces without a match are kept, to be searched when somebody is enrolled later. */
final class SearchBackOptions {
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  @Option(
      names = "--search-back",
      paramLabel = "DURATION",
      converter = Durations.class,
      description =
          "For how long faces without a match are kept, as embeddings in the job's state, so that"
              + " earlier sightings of somebody who is enrolled later can be told. They are"
              + " biometrics of people who may know nothing of it. Default: none are kept.")
  Duration retention;

  @Option(
      names = "--search-back-faces",
      paramLabel = "N",
      defaultValue = "1000000",
      description =
          "Most faces kept for --search-back, over all subtasks; beyond it the oldest leave early."
              + " Default: ${DEFAULT-VALUE}.")
  long faces;

  void validate(CommandLine command) {
    Check.between(command, "--search-back", retention, SHORTEST, BackSettings.LONGEST);
    Check.between(command, "--search-back-faces", faces, 1, 100_000_000);
  }

  Optional<BackSettings> settings() {
    return retention == null ? Optional.empty() : Optional.of(new BackSettings(retention, faces));
  }
}
