package io.facestream.decision;

import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.ReasonCode;

/**
 * What became of one face that was searched.
 *
 * @param threshold what the best contender had to reach; null when there was none
 * @param margin distance to the next contender's cosine, 0…2; to −1 when there is no next
 * @param reasonCode why there is no match; null when the best contender is one
 * @param reason the same, one line for people; null when the best contender is a match
 */
public record Decision(
    AppliedThreshold threshold, double margin, ReasonCode reasonCode, String reason) {

  /** Whether the best contender is the person seen. */
  public boolean isMatch() {
    return reasonCode == null;
  }
}
