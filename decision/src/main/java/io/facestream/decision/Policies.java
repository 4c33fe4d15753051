package io.facestream.decision;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an operator has laid down. The most specific threshold wins: the person's own, that of a
 * watchlist, that of the camera, the default.
 *
 * @param threshold the default
 * @param ofWatchlists thresholds by watchlist
 * @param ofCameras thresholds by camera id
 * @param margin least distance to the next person's cosine, 0…2
 */
public record Policies(
    ThresholdPolicy threshold,
    Map<String, ThresholdPolicy> ofWatchlists,
    Map<String, ThresholdPolicy> ofCameras,
    double margin)
    implements Serializable {

  /** Keeps copies that travel with a job. */
  public Policies {
    ofWatchlists = new LinkedHashMap<>(ofWatchlists);
    ofCameras = new LinkedHashMap<>(ofCameras);
  }
}
