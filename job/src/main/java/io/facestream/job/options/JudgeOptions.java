package io.facestream.job.options;

import io.facestream.decision.Policies;
import io.facestream.decision.ThresholdPolicy;
import io.facestream.decision.ThresholdPolicy.FalseAlertShare;
import io.facestream.decision.ThresholdPolicy.Fixed;
import io.facestream.job.verdict.JudgeSettings;
import io.facestream.options.ShareConverter;
import io.facestream.vision.packs.ModelPack;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** When a candidate is a match, and what is said of it. */
final class JudgeOptions {
  @Option(
      names = "--false-alerts",
      paramLabel = "SHARE",
      converter = ShareConverter.class,
      description =
          "Share of strangers' visits that may be named, such as 0.3%%. The cosine from which a"
              + " face is a match follows from it, and rises as the gallery grows. Default: 0.3%%,"
              + " with a pack whose false matches were measured.")
  Double falseAlerts;

  @Option(
      names = "--threshold",
      paramLabel = "-1…1",
      description =
          "Cosine from which a face is a match, instead of --false-alerts, whatever the size of the"
              + " gallery. Default: the pack's, where its false matches were not measured.")
  Double threshold;

  @Option(
      names = "--watchlist-threshold",
      paramLabel = "WATCHLIST=COSINE",
      split = ",",
      description =
          "Cosine for people on a watchlist, instead of the default. For a person on several, the"
              + " highest of their lists'.")
  Map<String, Double> watchlistThresholds = new LinkedHashMap<>();

  @Option(
      names = "--camera-threshold",
      paramLabel = "CAMERA=COSINE",
      split = ",",
      description = "Cosine at a camera, instead of the default.")
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

  void validate(CommandLine command, ModelPack pack) {
    Check.that(
        command,
        threshold == null || falseAlerts == null,
        "--threshold and --false-alerts exclude each other: give one of them");
    Check.that(
        command,
        falseAlerts == null || pack.embedder().falseMatches() != null,
        "--false-alerts: nobody has measured how often the pack '"
            + pack.name()
            + "' takes a stranger for somebody else; give --threshold, or take another --pack");
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

  JudgeSettings settings(ModelPack pack, boolean followedWanted) {
    return new JudgeSettings(
        Policies.ofOptions(policies(threshold(pack).policy())),
        shownCandidates,
        false,
        followedWanted);
  }

  private Map<PolicyKey, Policy> policies(Policy threshold) {
    Map<PolicyKey, Policy> policies = new LinkedHashMap<>();
    policies.put(
        PolicyKey.DEFAULT,
        new Policy(threshold.threshold(), threshold.falseAlerts(), margin, null, null, null, null));
    watchlistThresholds.forEach(
        (name, cosine) -> policies.put(PolicyKey.watchlist(name), Policy.ofThreshold(cosine)));
    cameraThresholds.forEach(
        (id, cosine) -> policies.put(PolicyKey.camera(id), Policy.ofThreshold(cosine)));
    return policies;
  }

  private ThresholdPolicy threshold(ModelPack pack) {
    if (threshold != null) {
      return new Fixed(threshold);
    }
    if (falseAlerts != null) {
      return new FalseAlertShare(falseAlerts);
    }
    return ThresholdPolicy.usual(
        pack.embedder().falseMatches(), pack.thresholds().gallerySimilarity());
  }
}
