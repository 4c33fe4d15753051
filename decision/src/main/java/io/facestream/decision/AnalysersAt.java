package io.facestream.decision;

import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which analysers look at faces where. Of a camera its own list counts, also an empty one, else the
 * default's. What is refused by default or of the camera never looks, whoever asks for it.
 */
public final class AnalysersAt {
  private final Map<PolicyKey, List<String>> wanted;
  private final Map<PolicyKey, List<String>> refused;

  /** By these policies. */
  public AnalysersAt(Policies policies) {
    wanted = new HashMap<>(policies.said(Policy::analysers));
    refused = new HashMap<>(policies.said(Policy::refusedAnalysers));
  }

  /** Those that look at the faces of a camera, without those that are refused there. */
  public List<String> of(String cameraId) {
    List<String> asked = wanted.get(PolicyKey.camera(cameraId));
    if (asked == null) {
      asked = wanted.getOrDefault(PolicyKey.DEFAULT, List.of());
    }
    return asked.stream().filter(analyser -> !refuses(cameraId, analyser)).toList();
  }

  /** Whether an analyser may never look at a face there. */
  public boolean refuses(String cameraId, String analyser) {
    return refused.getOrDefault(PolicyKey.DEFAULT, List.of()).contains(analyser)
        || refused.getOrDefault(PolicyKey.camera(cameraId), List.of()).contains(analyser);
  }
}
