package io.facestream.console.people;

import io.facestream.console.events.EventKeys;
import io.facestream.console.events.Records;
import io.facestream.console.follow.Followers;
import io.facestream.console.once.KeptAnswers;
import io.facestream.console.reviews.Reviews;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Forgets what happened to people who are erased, and knows it again where a topic tells of it
 * later: a visit ends after its person was erased, and a topic that is read anew tells all. For one
 * transaction.
 */
public final class ErasedPeople {
  /** So much later the job may still recognise somebody, by clocks that differ. */
  static final Duration GRACE = Duration.ofMinutes(10);

  private static final int PIECE = 500;

  private final Handle handle;
  private final Map<String, Optional<Last>> known = new HashMap<>();

  /**
   * The last erasure of somebody.
   *
   * @param isBack whether he was enrolled again
   */
  private record Last(Instant at, boolean isBack) {}

  public ErasedPeople(Handle handle) {
    this.handle = handle;
  }

  /**
   * Whether an event is of somebody who was erased since.
   *
   * @param at when he was seen last
   * @param foundLater whether it is told since he was enrolled, and was not before
   */
  public boolean forgetsEvent(String personId, Instant at, boolean foundLater) {
    return last(personId)
        .filter(
            erased ->
                erased.isBack()
                    ? !foundLater && !at.isAfter(erased.at())
                    : !at.isAfter(erased.at().plus(GRACE)))
        .isPresent();
  }

  /** The same of what somebody found of an event, perhaps later. */
  public boolean forgetsReview(String personId, Instant at) {
    return personId != null
        && last(personId)
            .filter(erased -> !erased.isBack() || !at.isAfter(erased.at()))
            .isPresent();
  }

  private Optional<Last> last(String personId) {
    return known.computeIfAbsent(personId, this::find);
  }

  private Optional<Last> find(String personId) {
    return handle
        .createQuery(
            "SELECT e.at FROM erased_people p JOIN erasures e ON e.id = p.erasure_id"
                + " WHERE p.person_key = :person ORDER BY e.at DESC LIMIT 1")
        .bind("person", EventKeys.of(personId))
        .mapTo(Instant.class)
        .findOne()
        .map(at -> new Last(at, TemplateTable.isWrittenAfter(handle, personId, at)));
  }

  /**
   * Forgets what happened to somebody, now and when it is told again.
   *
   * @param personIds all that he was known by
   * @param galleryTopic the one that is not waited for
   */
  static void forget(
      Handle handle, String erasureId, Collection<String> personIds, String galleryTopic) {
    // A follower in the middle of a batch has not seen the erasure, nor this what it stores.
    Followers.hold(handle, galleryTopic);
    for (String personId : personIds) {
      String key = EventKeys.of(personId);
      handle
          .createUpdate(
              "INSERT INTO erased_people (erasure_id, person_key) VALUES (:erasure, :person)")
          .bind("erasure", erasureId)
          .bind("person", key)
          .execute();
      forgetEvents(handle, "sightings", key);
      forgetEvents(handle, "alerts", key);
      Reviews.deleteOfPerson(handle, key);
      KeptAnswers.forget(handle, personId);
    }
  }

  private static void forgetEvents(Handle handle, String table, String personKey) {
    List<String> gone;
    do {
      gone =
          Records.delete(handle, table, "person_key = :person", Map.of("person", personKey), PIECE);
      Reviews.deleteOf(handle, gone);
    } while (gone.size() == PIECE);
  }
}
