package io.facestream.console.once;

import io.facestream.console.events.EventKeys;
import io.facestream.console.store.UtcInstants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The table {@code kept_answers}: what each caller was answered to requests that he named. */
public final class KeptAnswers {
  /** For how long a name of a request holds. */
  public static final Duration LASTS = Duration.ofDays(1);

  /** What is under way for longer was left by a process that ended. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Jdbi jdbi;
  private final Clock clock;

  public KeptAnswers(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * A request by its caller's name for it.
   *
   * @param caller his id
   * @param keyHash of the name
   * @param requestHash of all that makes the request what it is
   */
  public record Named(String caller, String keyHash, String requestHash) {}

  /**
   * An answer.
   *
   * @param body null when it is not kept
   */
  public record Answer(int status, String mediaType, byte[] body) {}

  /** What a request is among those before. */
  public enum Kind {
    /** The first of its name; it is under way from now on. */
    FIRST,
    /** Another request had that name. */
    OTHER,
    /** The same one is under way. */
    TWIN,
    /** The same one was answered. */
    ANSWERED
  }

  /**
   * What is known of a request.
   *
   * @param begun when the first of its name began
   * @param answer only of one that was answered
   */
  public record Known(Kind kind, Instant begun, Answer answer) {}

  private record Row(String requestHash, Instant begun, Integer status, Answer answer) {
    Known known(String wanted) {
      if (!requestHash.equals(wanted)) {
        return new Known(Kind.OTHER, begun, null);
      }
      return status == null
          ? new Known(Kind.TWIN, begun, null)
          : new Known(Kind.ANSWERED, begun, answer);
    }
  }

  /** Begins with a request, unless one of its name was there. */
  public Known begin(Named request) {
    Instant now = Instant.ofEpochMilli(clock.millis());
    return jdbi.inTransaction(handle -> begin(handle, request, now));
  }

  private static Known begin(Handle handle, Named request, Instant now) {
    handle
        .createUpdate(
            "DELETE FROM kept_answers WHERE caller = :caller AND key_hash = :key AND"
                + " (begun <= :old OR status IS NULL AND begun <= :left)")
        .bind("caller", request.caller())
        .bind("key", request.keyHash())
        .bind("old", now.minus(LASTS))
        .bind("left", now.minus(LONGEST))
        .execute();
    int first =
        handle
            .createUpdate(
                "INSERT INTO kept_answers (caller, key_hash, request_hash, begun)"
                    + " VALUES (:caller, :key, :request, :now) ON CONFLICT DO NOTHING")
            .bind("caller", request.caller())
            .bind("key", request.keyHash())
            .bind("request", request.requestHash())
            .bind("now", now)
            .execute();
    if (first > 0) {
      return new Known(Kind.FIRST, now, null);
    }
    return find(handle, request)
        .map(row -> row.known(request.requestHash()))
        .orElse(new Known(Kind.TWIN, now, null)); // given up a moment ago
  }

  private static Optional<Row> find(Handle handle, Named request) {
    return handle
        .createQuery("SELECT * FROM kept_answers WHERE caller = :caller AND key_hash = :key")
        .bind("caller", request.caller())
        .bind("key", request.keyHash())
        .map(
            (row, context) -> {
              int status = row.getInt("status");
              boolean answered = !row.wasNull();
              return new Row(
                  row.getString("request_hash"),
                  UtcInstants.of(row, "begun"),
                  answered ? status : null,
                  new Answer(status, row.getString("media_type"), row.getBytes("body")));
            })
        .findOne();
  }

  /**
   * Keeps what it was answered.
   *
   * @param subject the person whom the answer tells of, with whose erasure it goes, also where that
   *     came before this; null for none
   */
  public void finish(Named request, Known known, Answer answer, String subject) {
    jdbi.useTransaction(
        handle -> {
          handle
              .createUpdate(
                  "UPDATE kept_answers SET status = :status, media_type = :type, body = :body,"
                      + " subject = :subject WHERE caller = :caller AND key_hash = :key"
                      + " AND begun = :begun")
              .bind("status", answer.status())
              .bind("type", answer.mediaType())
              .bind("body", answer.body())
              .bind("subject", subject)
              .bind("caller", request.caller())
              .bind("key", request.keyHash())
              .bind("begun", known.begun())
              .execute();
          if (subject != null && wasErased(handle, subject, known.begun())) {
            forget(handle, subject);
          }
        });
  }

  /** Whether somebody was erased since, by this id or one that he was merged into. */
  private static boolean wasErased(Handle handle, String personId, Instant since) {
    return handle
        .createQuery(
            "SELECT COUNT(*) FROM erasures e WHERE e.at >= :since AND (e.person_id = :person OR"
                + " EXISTS (SELECT 1 FROM erased_people p WHERE p.erasure_id = e.id"
                + " AND p.person_key = :key))")
        .bind("since", since)
        .bind("person", personId)
        .bind("key", EventKeys.of(personId))
        .mapTo(Integer.class)
        .map(count -> count > 0)
        .one();
  }

  /** Forgets what is under way: there is nobody who would go on with it. */
  public void dropUnderWay() {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM kept_answers WHERE status IS NULL"));
  }

  /** It made nothing, so that it may be asked again. */
  public void giveUp(Named request, Known known) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "DELETE FROM kept_answers WHERE caller = :caller AND key_hash = :key"
                        + " AND begun = :begun AND status IS NULL")
                .bind("caller", request.caller())
                .bind("key", request.keyHash())
                .bind("begun", known.begun())
                .execute());
  }

  /** Empties the answers that tell of somebody; that there were some stays. */
  public static void forget(Handle handle, String personId) {
    handle
        .createUpdate("UPDATE kept_answers SET body = NULL, subject = NULL WHERE subject = :person")
        .bind("person", personId)
        .execute();
  }

  /** Deletes those whose time is over. */
  public int dropEnded() {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate("DELETE FROM kept_answers WHERE begun <= :old")
                .bind("old", clock.instant().minus(LASTS))
                .execute());
  }
}
