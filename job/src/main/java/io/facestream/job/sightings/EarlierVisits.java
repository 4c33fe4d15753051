package io.facestream.job.sightings;

import io.facestream.wire.Sighting;
import io.facestream.wire.SightingKind;
import io.facestream.wire.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The visits of a time that is past, as they would have been told then. */
public final class EarlierVisits {
  private EarlierVisits() {}

  /**
   * What the verdicts on a camera's frames come to, each visit once, as it closed.
   *
   * @param inOrder the verdicts with somebody, in the order of the camera's frames
   */
  public static List<Sighting> of(
      SightingSettings settings, String cameraId, List<Verdict> inOrder) {
    Visits visits = new Visits(settings, null);
    List<Step> steps = new ArrayList<>();
    inOrder.forEach(verdict -> steps.addAll(visits.take(verdict)));
    steps.addAll(visits.end());
    Map<String, Sighting> closed = new LinkedHashMap<>();
    for (Step step : steps) {
      if (step.kind() == SightingKind.CLOSE) {
        closed.put(step.visit().sightingId(), step.visit().sighting(SightingKind.CLOSE, cameraId));
      }
    }
    return List.copyOf(closed.values());
  }
}
