package io.facestream.console.access;

import io.facestream.console.access.AccessException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Users: the administrator, his first password, and who logs in with which. */
public final class Users {
  /** The first user, who may do all. */
  public static final String ADMINISTRATOR = "admin";

  /** How long a link for a password holds. */
  public static final Duration LINK_LASTS = Duration.ofHours(24);

  private final Jdbi jdbi;
  private final Clock clock;
  private final LockOut lockOut;

  public Users(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.lockOut = new LockOut(clock);
  }

  /**
   * While the administrator has no password: a new token to set it with, once, and the end of those
   * given before. Empty when he has one.
   */
  public Optional<String> setupToken() {
    return jdbi.inTransaction(
        handle -> {
          if (UserTable.named(handle, ADMINISTRATOR).isEmpty()) {
            UserTable.insert(
                handle, ADMINISTRATOR, Set.of(Right.values()), Scope.ALL, clock.instant());
          }
          UserTable.User admin = UserTable.named(handle, ADMINISTRATOR).orElseThrow();
          if (admin.password() != null) {
            return Optional.empty();
          }
          String token = Secret.fresh();
          UserTable.replaceLink(
              handle, admin.id(), Secret.hash(token), clock.instant().plus(LINK_LASTS));
          return Optional.of(token);
        });
  }

  /** Deletes links that have run out; how many they were. */
  public int deleteEndedLinks(Instant now) {
    return jdbi.withHandle(handle -> UserTable.deleteEndedLinks(handle, now));
  }

  /**
   * Sets the password that a token is for, and ends the token and the user's sessions.
   *
   * @param audit in the same transaction
   * @return who the user is
   * @throws AccessException when the token is none, or has run out
   * @throws IllegalArgumentException when the password is too short or too long
   */
  public Caller setUp(String token, String password, Noted audit) {
    Passwords.validate(password);
    // First, since anybody may ask, and the hash takes time that those who log in wait for.
    jdbi.useHandle(handle -> ofLink(handle, token));
    String hash = Passwords.hash(password);
    return jdbi.inTransaction(
        handle -> {
          UserTable.User user = ofLink(handle, token);
          UserTable.removeLink(handle, user.id());
          UserTable.setPassword(handle, user.id(), hash);
          SessionTable.deleteOf(handle, user.id());
          Caller caller = caller(user);
          audit.add(handle, caller.id(), "password.set", caller.id(), Map.of("by", "link"));
          return caller;
        });
  }

  /** The administrator, who is there since {@link #setupToken} was asked for. */
  Caller administrator() {
    return jdbi.withHandle(handle -> UserTable.named(handle, ADMINISTRATOR))
        .map(Users::caller)
        .orElseThrow(() -> new IllegalStateException("There is no administrator yet"));
  }

  private UserTable.User ofLink(Handle handle, String token) {
    return UserTable.ofLink(handle, Secret.hash(token), clock.instant())
        .orElseThrow(
            () ->
                new AccessException(
                    Reason.LINK_ENDED,
                    "This link was used, has run out, or another took its place; start the console"
                        + " again for a new one"));
  }

  /**
   * Who logs in.
   *
   * @param address from where, by which attempts are counted
   * @throws AccessException when name and password do not belong together, or too many have failed
   */
  public Caller authenticate(String name, String password, String address) {
    lockOut.begin(name, address);
    Optional<Caller> caller;
    try {
      caller = compare(name, password);
    } catch (RuntimeException e) {
      // The database is away, or too many log in: no guess.
      lockOut.takeBack(name, address);
      throw e;
    }
    if (caller.isEmpty()) {
      throw new AccessException(Reason.WRONG_LOGIN, "Name or password is wrong");
    }
    lockOut.succeeded(name, address);
    return caller.get();
  }

  private Optional<Caller> compare(String name, String password) {
    // PostgreSQL stores no NUL, so nobody has such a name.
    Optional<UserTable.User> user =
        name.indexOf('\0') >= 0
            ? Optional.empty()
            : jdbi.withHandle(handle -> UserTable.named(handle, name));
    // Computed for unknown names too, so that the time tells nothing.
    boolean right = Passwords.matches(password, user.map(UserTable.User::password).orElse(null));
    return right ? user.map(Users::caller) : Optional.empty();
  }

  static Caller caller(UserTable.User user) {
    return new Caller("user:" + user.name(), user.name(), user.rights(), user.scope());
  }
}
