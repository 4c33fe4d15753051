package io.facestream.decision;

import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Confirmation;
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

  /** Of a face that is followed, and of which no view was searched. */
  public static Decision notSearchedYet() {
    return new Decision(null, 0, ReasonCode.UNCONFIRMED, Reasons.NOT_SEARCHED_YET);
  }

  /** Whether the best contender is the person seen. */
  public boolean isMatch() {
    return reasonCode == null;
  }

  /**
   * The same match, on which too few views agree as yet.
   *
   * @param person who it is
   * @param views of the last ones, those that agree
   */
  public Decision unconfirmed(Contender person, int views, Confirmation needed) {
    return new Decision(
        threshold, margin, ReasonCode.UNCONFIRMED, Reasons.unconfirmed(person, views, needed));
  }
}
