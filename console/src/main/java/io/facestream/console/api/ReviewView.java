package io.facestream.console.api;

import io.facestream.wire.Review;
import io.facestream.wire.ReviewOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody found, for the API. */
record ReviewView(String outcome, String by, Instant at, String note) {
  static ReviewView of(Review review) {
    return new ReviewView(word(review.outcome()), review.by(), review.at(), review.note());
  }

  /**
   * What all found together.
   *
   * @param reviews of each reviewer one
   * @param required whether a policy asks for a review
   * @param reviewers how many people a review takes
   */
  static String state(List<Review> reviews, boolean required, int reviewers) {
    Set<ReviewOutcome> found =
        reviews.stream().map(Review::outcome).collect(Collectors.toUnmodifiableSet());
    return switch (found.size()) {
      case 0 -> required ? "waiting" : "none";
      case 1 -> reviews.size() < reviewers ? "waiting" : word(found.iterator().next());
      default -> "disputed";
    };
  }

  private static String word(ReviewOutcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }
}
