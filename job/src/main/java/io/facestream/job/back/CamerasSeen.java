package io.facestream.job.back;

import io.facestream.decision.Contender;
import io.facestream.decision.DecisionRule;
import java.util.HashMap;
import java.util.Map;

/** At which cameras faces were seen, and in how small a gallery they were searched. */
final class CamerasSeen {
  private final Map<String, Long> fewestTemplates = new HashMap<>();

  void saw(String cameraId, long templates) {
    fewestTemplates.merge(cameraId, templates, Math::min);
  }

  /**
   * The lowest cosine with which somebody could be named at any of them; above 1 where nobody was
   * seen.
   */
  double lowestThreshold(Contender person, DecisionRule rule) {
    return fewestTemplates.entrySet().stream()
        .mapToDouble(seen -> rule.thresholdFor(person, seen.getKey(), seen.getValue()).cosine())
        .min()
        .orElse(2);
  }
}
