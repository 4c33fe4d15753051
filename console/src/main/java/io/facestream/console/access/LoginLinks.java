package io.facestream.console.access;

import io.facestream.console.access.AccessException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Links that log the administrator in, once and without a password: for a console that lives no
 * longer than who watches it start, such as a demo's. They are in memory only, as hashes, and end
 * with the process that printed them.
 */
public final class LoginLinks {
  /** How long one holds that nobody uses. */
  public static final Duration LASTS = Duration.ofMinutes(10);

  private final Users users;
  private final Clock clock;
  private final Map<String, Instant> ends = new ConcurrentHashMap<>();

  public LoginLinks(Users users, Clock clock) {
    this.users = users;
    this.clock = clock;
  }

  /** The token of a new one. */
  public String fresh() {
    String token = Secret.fresh();
    ends.put(Secret.hash(token), clock.instant().plus(LASTS));
    return token;
  }

  /**
   * Who logs in by a token, which ends by this, also when what follows fails.
   *
   * @throws AccessException when it is none, was used, or has run out
   */
  public Caller use(String token) {
    Instant end = ends.remove(Secret.hash(token));
    if (end == null || !clock.instant().isBefore(end)) {
      throw new AccessException(Reason.LINK_ENDED, "This link was used, or has run out");
    }
    return users.administrator();
  }
}
