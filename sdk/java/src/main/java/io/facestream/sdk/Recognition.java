package io.facestream.sdk;

import java.util.List;
import java.util.Map;

/**
 * Who stands there: the answer for the largest face of a picture.
 *
 * @param request its id, as the audit log names it
 * @param outcome {@code match}, {@code unknown}, {@code no-face} or {@code rejected}
 * @param face null when there is none
 * @param others how many other faces there are
 * @param person who it is; null unless recognised
 * @param similarity cosine of the match, or null
 * @param threshold what had to be reached, or null
 * @param reviewRequired true when a human must look before anybody acts on it; or null
 * @param reason why nobody was recognised, for people; or null
 * @param token to enrol just this face with, within ten minutes; null unless it is unknown
 * @param milliseconds from its arrival to the answer
 */
public record Recognition(
    String request,
    String outcome,
    AnalysedFace face,
    int others,
    Recalled person,
    Double similarity,
    Double threshold,
    Boolean reviewRequired,
    String reason,
    String token,
    double milliseconds) {

  /** Whether somebody was recognised. */
  public boolean isMatch() {
    return person != null;
  }

  /**
   * The person, with what is kept of them.
   *
   * @param details as they were enrolled with; may be null
   * @param visits may be null
   */
  public record Recalled(
      String personId,
      String name,
      List<String> watchlists,
      Map<String, String> details,
      Visits visits) {}

  /**
   * When they came.
   *
   * @param last newest first
   */
  public record Visits(long count, List<Visit> last) {}
}
