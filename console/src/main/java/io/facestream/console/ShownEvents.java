package io.facestream.console;

import io.facestream.console.people.ErasedPeople;
import io.facestream.console.retention.RetentionFilter;
import io.facestream.console.retention.RetentionSettings;
import io.facestream.wire.Alert;
import io.facestream.wire.Review;
import io.facestream.wire.Sighting;
import org.jdbi.v3.core.Handle;

/**
 * Which of the events of a topic are stored and told of: none that retention would delete at once,
 * and none of somebody who was erased since. For one transaction.
 */
final class ShownEvents {
  private final RetentionFilter young;
  private final ErasedPeople erased;

  ShownEvents(RetentionSettings retention, Handle handle) {
    young = retention.filter(handle);
    erased = new ErasedPeople(handle);
  }

  boolean has(Alert alert) {
    return young.keeps(false, alert.frame().capturedAt())
        && !erased.forgetsEvent(alert.match().personId(), alert.frame().capturedAt(), false);
  }

  boolean has(Sighting seen) {
    return young.keeps(Boolean.TRUE.equals(seen.unknown()), seen.lastSeen())
        && !erased.forgetsEvent(
            seen.person().personId(), seen.lastSeen(), Boolean.TRUE.equals(seen.retrospective()));
  }

  boolean has(Review review) {
    return young.keeps(false, review.at()) && !erased.forgetsReview(review.personId(), review.at());
  }

  /** Says how many were too old. */
  void tell(String topic) {
    young.tell(topic);
  }
}
