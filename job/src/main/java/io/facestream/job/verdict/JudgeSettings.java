package io.facestream.job.verdict;

import io.facestream.decision.Policies;
import java.io.Serializable;

/**
 * How faces are judged.
 *
 * @param policies when a candidate is a match
 * @param shownCandidates candidates a verdict lists for each face, at least 1
 * @param unmatchedWanted whether somebody remembers the faces for which nobody is named
 * @param followedWanted whether somebody remembers unknown people
 */
public record JudgeSettings(
    Policies policies, int shownCandidates, boolean unmatchedWanted, boolean followedWanted)
    implements Serializable {
  /** The same, where somebody remembers the faces for which nobody is named. */
  public JudgeSettings tellingUnmatched() {
    return new JudgeSettings(policies, shownCandidates, true, followedWanted);
  }
}
