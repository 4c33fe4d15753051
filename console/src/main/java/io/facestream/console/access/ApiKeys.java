package io.facestream.console.access;

import io.facestream.console.access.AccessException.Reason;
import io.facestream.wire.Printable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** API keys: made, listed, revoked, and found by their secret. */
public final class ApiKeys {
  /** What each begins with, so that one that leaked is recognised as what it is. */
  public static final String PREFIX = "fs_";

  private static final Pattern SHAPE = Pattern.compile("fs_[A-Za-z0-9_-]{43}");

  /** Its use is noted no more often, so that a request seldom writes. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  private final Jdbi jdbi;
  private final Clock clock;

  public ApiKeys(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * A key just made.
   *
   * @param secret the only time that it is seen
   */
  public record Created(ApiKey key, String secret) {}

  /**
   * Makes one.
   *
   * @throws IllegalArgumentException when no such key is made, as {@link KeyGrant} says
   * @throws AccessException when it would have a right or watchlist that its maker has not; or,
   *     where its maker is a key, last longer or ask more often than that
   */
  public Created create(Caller maker, KeyGrant grant, Noted audit) {
    Set<Right> more =
        grant.rights().stream().filter(right -> !maker.may(right)).collect(Collectors.toSet());
    if (!more.isEmpty() || !maker.scope().covers(grant.scope())) {
      throw new AccessException(
          Reason.EXCEEDS_OWN, "A key cannot have rights or watchlists that its maker has not");
    }
    grant.requireNew(clock.instant());
    String secret = PREFIX + Secret.fresh();
    ApiKey key = new ApiKey(Secret.freshId(), grant, clock.instant(), maker.id(), null, null);
    jdbi.useTransaction(
        handle -> {
          requireNoMoreThanItsKey(handle, maker, grant);
          KeyTable.insert(handle, Secret.hash(secret), key);
          audit.add(handle, maker.id(), "key.create", key.id(), details(key));
        });
    return new Created(key, secret);
  }

  /** Else a key that is about to end could make one that does not. */
  private static void requireNoMoreThanItsKey(Handle handle, Caller maker, KeyGrant grant) {
    Optional<KeyGrant> own =
        KeyTable.list(handle).stream()
            .filter(key -> key.caller().id().equals(maker.id()))
            .map(ApiKey::grant)
            .findFirst();
    if (own.isEmpty()) {
      return;
    }
    Instant ends = own.get().expires();
    if (ends != null && (grant.expires() == null || grant.expires().isAfter(ends))) {
      throw new AccessException(
          Reason.EXCEEDS_OWN, "A key cannot make one that lasts longer than itself, until " + ends);
    }
    if (grant.perMinute() > own.get().perMinute()) {
      throw new AccessException(
          Reason.EXCEEDS_OWN,
          "A key cannot make one that asks more often than itself, "
              + own.get().perMinute()
              + " times a minute");
    }
  }

  /** Those that the caller could have made, newest first; also those that open nothing any more. */
  public List<ApiKey> list(Caller caller) {
    return jdbi.withHandle(KeyTable::list).stream().filter(key -> mayBeOf(caller, key)).toList();
  }

  /** Every scope covers one without watchlists: that is no reason to see whoever made it. */
  private static boolean mayBeOf(Caller caller, ApiKey key) {
    Scope scope = key.grant().scope();
    return caller.scope().covers(scope)
        && (!scope.equals(Scope.of(List.of()))
            || caller.scope().equals(Scope.ALL)
            || key.createdBy().equals(caller.id()));
  }

  private static Map<String, ?> details(ApiKey key) {
    KeyGrant grant = key.grant();
    return Map.of(
        "rights",
        Right.texts(grant.rights()),
        "watchlists",
        grant.scope().watchlists().map(List::size).map(String::valueOf).orElse("all"),
        "expires",
        String.valueOf(grant.expires()));
  }

  /**
   * Ends one for good; that it has ended before is no failure.
   *
   * @throws AccessException when there is none of that id, as far as the caller may know
   */
  public void revoke(Caller caller, String id, Noted audit) {
    if (list(caller).stream().noneMatch(key -> key.id().equals(id))) {
      throw new AccessException(Reason.NO_SUCH_KEY, "There is no key '" + Printable.of(id) + "'");
    }
    jdbi.useTransaction(
        handle -> {
          KeyTable.revoke(handle, id, clock.instant());
          audit.add(handle, caller.id(), "key.revoke", id, Map.of());
        });
  }

  /** The key of a secret, if it is one and is valid now. */
  public Optional<ApiKey> find(String secret) {
    if (!SHAPE.matcher(secret).matches()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<ApiKey> key =
        jdbi.withHandle(handle -> KeyTable.ofHash(handle, Secret.hash(secret)))
            .filter(found -> found.isValid(now));
    key.filter(found -> found.used() == null || !now.isBefore(found.used().plus(NOTED)))
        .ifPresent(found -> jdbi.useHandle(handle -> KeyTable.touch(handle, found.id(), now)));
    return key;
  }

  /** Whether a valid key may be used by pages of an origin: all that a preflight needs to know. */
  public boolean anyAllows(String origin) {
    Instant now = clock.instant();
    return jdbi.withHandle(KeyTable::list).stream()
        .anyMatch(key -> key.isValid(now) && key.grant().origins().contains(origin));
  }
}
