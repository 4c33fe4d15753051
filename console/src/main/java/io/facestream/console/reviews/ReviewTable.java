package io.facestream.console.reviews;

import io.facestream.console.events.EventKeys;
import io.facestream.console.events.Records;
import io.facestream.wire.Review;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code reviews}: of each reviewer the last, as elsewhere. */
final class ReviewTable {
  private ReviewTable() {}

  static boolean isComplete(Review review) {
    return review.of() != null
        && review.by() != null
        && review.outcome() != null
        && Records.isTime(review.at());
  }

  static Optional<Review> find(Handle handle, String of, String by) {
    return handle
        .createQuery("SELECT content FROM reviews WHERE of_key = :of AND by_key = :by")
        .bind("of", EventKeys.of(of))
        .bind("by", EventKeys.of(by))
        .mapTo(String.class)
        .findOne()
        .map(text -> Records.parse(text, Review.class));
  }

  /**
   * The follower of the topic may be quicker than who wrote; of two by one person the later one.
   */
  static void put(Handle handle, Records.Readable<Review> review) {
    int inserted =
        run(
            handle,
            "INSERT INTO reviews (of_key, by_key, person_key, at, content)"
                + " VALUES (:of, :by, :person, :at, :content) ON CONFLICT DO NOTHING",
            review);
    if (inserted == 0) {
      run(
          handle,
          "UPDATE reviews SET person_key = :person, at = :at, content = :content"
              + " WHERE of_key = :of AND by_key = :by AND at < :at",
          review);
    }
  }

  private static int run(Handle handle, String sql, Records.Readable<Review> review) {
    Review value = review.value();
    return handle
        .createUpdate(sql)
        .bind("of", EventKeys.of(value.of()))
        .bind("by", EventKeys.of(value.by()))
        .bind("person", value.personId() == null ? null : EventKeys.of(value.personId()))
        .bind("at", value.at())
        .bind("content", review.text())
        .execute();
  }

  /** Those of some events by the events' keys, oldest first. */
  static Map<String, List<Review>> of(Handle handle, List<String> keys) {
    Map<String, List<Review>> found = new HashMap<>();
    if (keys.isEmpty()) {
      return found;
    }
    handle
        .createQuery(
            "SELECT of_key, content FROM reviews WHERE of_key IN (<keys>) ORDER BY at, by_key")
        .bindList("keys", keys)
        .map(
            (row, context) ->
                found
                    .computeIfAbsent(row.getString("of_key"), key -> new ArrayList<>())
                    .add(Records.parse(row.getString("content"), Review.class)))
        .list();
    return found;
  }

  static void deleteOf(Handle handle, List<String> keys) {
    if (!keys.isEmpty()) {
      handle
          .createUpdate("DELETE FROM reviews WHERE of_key IN (<keys>)")
          .bindList("keys", keys)
          .execute();
    }
  }

  static void deleteOfPerson(Handle handle, String personKey) {
    handle
        .createUpdate("DELETE FROM reviews WHERE person_key = :person")
        .bind("person", personKey)
        .execute();
  }

  /** Of nothing that is there: an event may come later than its review. */
  static int deleteOlder(Handle handle, Instant before, int most) {
    return handle
        .createUpdate(
            "DELETE FROM reviews WHERE of_key IN (SELECT r.of_key FROM reviews r WHERE r.at < :before"
                + " AND NOT EXISTS (SELECT 1 FROM sightings s WHERE s.id_key = r.of_key)"
                + " AND NOT EXISTS (SELECT 1 FROM alerts a WHERE a.id_key = r.of_key)"
                + " ORDER BY r.at LIMIT "
                + most
                + ") AND at < :before")
        .bind("before", before)
        .execute();
  }
}
