package io.facestream.console.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Sessions of people who have logged in. Each login gets a new secret, and ends the session that
 * came with the request: nobody can be made to log in to a session that another knows.
 */
public final class Sessions {
  /** How long a session lasts that nobody uses. */
  public static final Duration IDLE = Duration.ofMinutes(30);

  /** How long the longest lasts. */
  public static final Duration LONGEST = Duration.ofHours(12);

  /** Its use is noted no more often, so that a request seldom writes. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  private static final String CSRF = "csrf";

  private final Jdbi jdbi;
  private final Clock clock;

  public Sessions(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * A session just opened.
   *
   * @param secret for the cookie, and nothing else
   * @param csrf see {@link Session#csrf}
   */
  public record Opened(String secret, String csrf, Instant ends) {}

  /**
   * A session in use.
   *
   * @param csrf what each request that changes something must repeat; it follows from the secret,
   *     which pages of other origins do not learn
   */
  public record Session(Caller caller, String csrf, Instant ends) {
    /** Whether a request repeats it. */
    public boolean isRepeatedBy(String token) {
      return Secret.same(csrf, token);
    }
  }

  /**
   * Opens one.
   *
   * @param user who {@link Users} has authenticated
   * @param before the secret that came with the request, which ends; may be null
   * @param details from which address and how, for the audit log
   * @param audit in the same transaction
   */
  public Opened open(Caller user, String before, Map<String, ?> details, Noted audit) {
    String secret = Secret.fresh();
    Instant now = clock.instant();
    jdbi.useTransaction(
        handle -> {
          SessionTable.deleteOlder(handle, now.minus(LONGEST), now.minus(IDLE));
          if (before != null) {
            SessionTable.delete(handle, Secret.hash(before));
          }
          SessionTable.insert(handle, Secret.hash(secret), user.name(), now);
          audit.add(handle, user.id(), "session.open", user.id(), details);
        });
    return new Opened(secret, Secret.derived(secret, CSRF), now.plus(LONGEST));
  }

  /** Deletes those that have ended; how many they were. */
  public int deleteEnded(Instant now) {
    return jdbi.withHandle(
        handle -> SessionTable.deleteOlder(handle, now.minus(LONGEST), now.minus(IDLE)));
  }

  /** The session of a secret, unless it has run out. */
  public Optional<Session> find(String secret) {
    String hash = Secret.hash(secret);
    Instant now = clock.instant();
    return jdbi.inTransaction(
        handle ->
            SessionTable.find(handle, hash)
                .filter(row -> isOpen(row, now))
                .flatMap(row -> used(handle, hash, row, now))
                .map(
                    found ->
                        new Session(found.caller(), Secret.derived(secret, CSRF), found.ends())));
  }

  /** Whose session a secret opens now, without that it counts as used. */
  public Optional<Caller> callerOf(String secret) {
    Instant now = clock.instant();
    return jdbi.withHandle(
        handle ->
            SessionTable.find(handle, Secret.hash(secret))
                .filter(row -> isOpen(row, now))
                .flatMap(row -> UserTable.named(handle, row.user()))
                .map(Users::caller));
  }

  private static boolean isOpen(SessionTable.Row row, Instant now) {
    return now.isBefore(row.created().plus(LONGEST)) && now.isBefore(row.used().plus(IDLE));
  }

  private static Optional<Found> used(
      Handle handle, String hash, SessionTable.Row row, Instant now) {
    if (!now.isBefore(row.used().plus(NOTED))) {
      SessionTable.touch(handle, hash, now);
    }
    return UserTable.named(handle, row.user())
        .map(user -> new Found(Users.caller(user), row.created().plus(LONGEST)));
  }

  private record Found(Caller caller, Instant ends) {}

  /**
   * Ends it, if there is one.
   *
   * @param user whose it is
   * @param audit in the same transaction
   */
  public void close(Caller user, String secret, Noted audit) {
    jdbi.useTransaction(
        handle -> {
          SessionTable.delete(handle, Secret.hash(secret));
          audit.add(handle, user.id(), "session.close", user.id(), Map.of());
        });
  }
}
