package io.facestream.console;

import io.facestream.console.access.Sessions;
import io.facestream.console.access.Users;
import io.facestream.console.alerts.Alerts;
import io.facestream.console.people.Erasures;
import io.facestream.console.retention.Expiry;
import io.facestream.console.retention.RetentionRules;
import io.facestream.console.reviews.Reviews;
import io.facestream.console.visits.Visits;
import io.facestream.console.webhooks.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/** What of the database is kept for a while only. */
final class Expiries {
  private Expiries() {}

  /** Deletes some of what is older than a time; how many they were. */
  @FunctionalInterface
  interface Older {
    int delete(Handle handle, Instant before, int most);
  }

  /** All of it. */
  static List<Expiry> of(Users users, Sessions sessions) {
    return List.of(
        event("sightings", false, (handle, before, most) -> sightings(handle, false, before, most)),
        event("strangers", true, (handle, before, most) -> sightings(handle, true, before, most)),
        event("alerts", false, Expiries::alerts),
        event("reviews", false, Reviews::deleteOlder),
        event(
            "deliveries", false, (h, before, most) -> Webhooks.deleteOlder(h, false, before, most)),
        event("deliveries", true, (h, before, most) -> Webhooks.deleteOlder(h, true, before, most)),
        event("webhooks", false, Webhooks::deleteEnded),
        expiry("receipts", RetentionRules::receiptsBefore, Erasures::deleteComplete),
        new Expiry("sessions", (handle, rules, now, most) -> sessions.deleteEnded(now)),
        new Expiry("links", (handle, rules, now, most) -> users.deleteEndedLinks(now)));
  }

  private static Expiry event(String name, boolean unknown, Older older) {
    return expiry(name, (rules, now) -> rules.eventsBefore(unknown, now), older);
  }

  private static Expiry expiry(
      String name, BiFunction<RetentionRules, Instant, Optional<Instant>> before, Older older) {
    return new Expiry(
        name,
        (handle, rules, now, most) ->
            before.apply(rules, now).map(oldest -> older.delete(handle, oldest, most)).orElse(0));
  }

  /** What people found of something goes with it. */
  private static int sightings(Handle handle, boolean unknown, Instant before, int most) {
    return withReviews(handle, Visits.deleteOlder(handle, unknown, before, most));
  }

  private static int alerts(Handle handle, Instant before, int most) {
    return withReviews(handle, Alerts.deleteOlder(handle, before, most));
  }

  private static int withReviews(Handle handle, List<String> keys) {
    Reviews.deleteOf(handle, keys);
    return keys.size();
  }
}
