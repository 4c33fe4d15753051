package io.facestream.job.options;

import io.facestream.job.verdict.JudgeRules;
import io.facestream.vision.packs.ModelPack;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** When a candidate is a match, and what is said of it. */
final class JudgeOptions {
  @Option(
      names = "--threshold",
      paramLabel = "-1…1",
      description = "Cosine from which a face is a match. Default: the pack's.")
  Double threshold;

  @Option(
      names = "--watchlist-threshold",
      paramLabel = "WATCHLIST=COSINE",
      split = ",",
      description =
          "Threshold for people on a watchlist, instead of --threshold. For a person on several, the"
              + " first of their lists that has one.")
  Map<String, Double> watchlistThresholds = new LinkedHashMap<>();

  @Option(
      names = "--camera-threshold",
      paramLabel = "CAMERA=COSINE",
      split = ",",
      description = "Threshold at a camera, instead of --threshold.")
  Map<String, Double> cameraThresholds = new LinkedHashMap<>();

  @Option(
      names = "--margin",
      paramLabel = "0…2",
      defaultValue = "0",
      description = "How far a match must be ahead of the next person. Default: ${DEFAULT-VALUE}.")
  double margin;

  @Option(
      names = "--shown-candidates",
      paramLabel = "N",
      defaultValue = "3",
      description = "Persons a verdict lists for each face. Default: ${DEFAULT-VALUE}.")
  int shownCandidates;

  @Option(
      names = "--alert-expiry",
      paramLabel = "DURATION",
      converter = Durations.class,
      defaultValue = "60s",
      description =
          "How long after the capture an alert may be acted on. Default: ${DEFAULT-VALUE}.")
  Duration alertExpiry;

  void validate(CommandLine command) {
    Check.between(command, "--threshold", threshold, -1, 1);
    watchlistThresholds
        .values()
        .forEach(cosine -> Check.between(command, "--watchlist-threshold", cosine, -1, 1));
    cameraThresholds
        .values()
        .forEach(cosine -> Check.between(command, "--camera-threshold", cosine, -1, 1));
    Check.between(command, "--margin", margin, 0, 2);
    Check.between(command, "--shown-candidates", shownCandidates, 1, 100);
  }

  JudgeRules rules(ModelPack pack) {
    return new JudgeRules(
        threshold == null ? pack.thresholds().gallerySimilarity() : threshold,
        new LinkedHashMap<>(watchlistThresholds),
        new LinkedHashMap<>(cameraThresholds),
        margin,
        shownCandidates);
  }
}
