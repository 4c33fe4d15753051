package io.facestream.job.verdict;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * When a candidate is a match: cosine thresholds, the most specific one wins (person over watchlist
 * over camera over default), and the margin to the next person.
 *
 * @param threshold default threshold, −1…1
 * @param watchlistThresholds thresholds by watchlist
 * @param cameraThresholds thresholds by camera id
 * @param margin least distance to the next person's cosine, 0…2
 * @param shownCandidates candidates a verdict lists for each face, at least 1
 */
public record JudgeRules(
    double threshold,
    Map<String, Double> watchlistThresholds,
    Map<String, Double> cameraThresholds,
    double margin,
    int shownCandidates)
    implements Serializable {

  /**
   * The threshold for one candidate at one camera.
   *
   * @param ofPerson the person's own threshold, or null
   * @param watchlists the person's watchlists, of which the first that has a threshold decides
   */
  double thresholdFor(Float ofPerson, List<String> watchlists, String cameraId) {
    if (ofPerson != null) {
      return ofPerson;
    }
    for (String watchlist : watchlists) {
      if (watchlistThresholds.containsKey(watchlist)) {
        return watchlistThresholds.get(watchlist);
      }
    }
    return cameraThresholds.getOrDefault(cameraId, threshold);
  }
}
