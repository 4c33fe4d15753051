package io.facestream.console.retention;

import java.time.Instant;
import java.util.Optional;

/**
 * For how long what is kept; null for without end.
 *
 * @param matchedEvents sightings and alerts of people of the gallery, what people found of them,
 *     and what webhooks were told
 * @param unmatchedEvents sightings of others
 * @param matchedPictures how long the picture of such an event is shown
 * @param unmatchedPictures the same of others
 * @param audit who did what, and receipts of erasures
 */
public record RetentionRules(
    Age matchedEvents, Age unmatchedEvents, Age matchedPictures, Age unmatchedPictures, Age audit) {

  /** Events before that go; empty where all stay. */
  public Optional<Instant> eventsBefore(boolean unknown, Instant now) {
    return Optional.ofNullable(unknown ? unmatchedEvents : matchedEvents)
        .map(age -> age.before(now));
  }

  /** Receipts of erasures before that go; empty where all stay. */
  public Optional<Instant> receiptsBefore(Instant now) {
    return Optional.ofNullable(audit).map(age -> age.before(now));
  }

  /** Whether an event is young enough to be kept. */
  boolean keepsEvent(boolean unknown, Instant at, Instant now) {
    return eventsBefore(unknown, now).map(oldest -> !at.isBefore(oldest)).orElse(true);
  }

  /** Whether an event is young enough for its picture to be shown. */
  boolean showsPicture(boolean unknown, Instant at, Instant now) {
    Age age = unknown ? unmatchedPictures : matchedPictures;
    return age == null || !at.isBefore(age.before(now));
  }
}
