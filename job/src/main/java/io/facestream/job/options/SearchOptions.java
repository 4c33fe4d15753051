package io.facestream.job.options;

import io.facestream.job.search.SearchSettings;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How the gallery is searched. */
final class SearchOptions {
  @Option(
      names = "--candidates",
      paramLabel = "K",
      defaultValue = "5",
      description =
          "Templates each slice returns for a face; more, where they belong to too few persons."
              + " Default: ${DEFAULT-VALUE}.")
  int candidates;

  @Option(
      names = "--min-similarity",
      paramLabel = "-1…1",
      defaultValue = "-1",
      description = "Templates below this cosine are no candidates. Default: ${DEFAULT-VALUE}.")
  double minSimilarity;

  @Option(
      names = "--batch-probes",
      paramLabel = "N",
      defaultValue = "64",
      description = "Faces that a slice searches together at the most. Default: ${DEFAULT-VALUE}.")
  int batchProbes;

  @Option(
      names = "--batch-wait",
      paramLabel = "DURATION",
      converter = Durations.class,
      defaultValue = "2ms",
      description =
          "How long a face waits for company at the most; 0ms: not at all."
              + " Default: ${DEFAULT-VALUE}.")
  Duration batchWait;

  @Option(
      names = "--gallery-repair-after",
      paramLabel = "DURATION",
      converter = Durations.class,
      defaultValue = "30s",
      description =
          "How long a template that lies in two partitions must have been left alone before the job"
              + " takes the superseded one out. Default: ${DEFAULT-VALUE}.")
  Duration galleryRepairAfter;

  void validate(CommandLine command) {
    Check.between(command, "--candidates", candidates, 1, 100);
    Check.between(command, "--min-similarity", minSimilarity, -1, 1);
    Check.between(command, "--batch-probes", batchProbes, 1, 1024);
    Check.between(command, "--batch-wait", batchWait, Duration.ZERO, Duration.ofSeconds(1));
    Check.between(
        command, "--gallery-repair-after", galleryRepairAfter, Duration.ZERO, Duration.ofHours(1));
  }

  SearchSettings settings(int persons) {
    return new SearchSettings(
        candidates, persons, minSimilarity, batchProbes, batchWait, galleryRepairAfter);
  }
}
