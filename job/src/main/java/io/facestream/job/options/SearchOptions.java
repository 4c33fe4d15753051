package io.facestream.job.options;

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

  void validate(CommandLine command) {
    Check.between(command, "--candidates", candidates, 1, 100);
    Check.between(command, "--min-similarity", minSimilarity, -1, 1);
  }
}
