package io.facestream.decision;

import io.facestream.wire.Policy;
import java.util.Comparator;
import java.util.List;

/** How many people a review of a match takes, by the precedence of all other fields. */
public final class ReviewersAsked {
  private static final int USUAL = 1;

  private final Precedence precedence;

  /** By these policies. */
  public ReviewersAsked(Policies policies) {
    precedence = new Precedence(policies, new Reach(policies));
  }

  /**
   * Of a person at a camera: of watchlists, the most.
   *
   * @param watchlists the person's
   */
  public int of(String personId, List<String> watchlists, String cameraId) {
    Said<Integer> said =
        precedence.of(
            new Contender(personId, watchlists, null, 0),
            cameraId,
            Policy::reviewers,
            Comparator.naturalOrder());
    return said == null ? USUAL : said.value();
  }
}
