package io.facestream.console.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * Holds up who guesses passwords. Counted by name and address together, so that a stranger cannot
 * lock a user out of his own desk; by address, for who tries many names; and by name, for who tries
 * from many addresses. Names that do not exist count like those that do. Memory is bounded: the
 * counters that are looked at least often go first, which are not those of an attack.
 */
final class LockOut {
  /** How long a counter lasts after the first failure it counts. */
  static final Duration LASTS = Duration.ofMinutes(15);

  static final int OF_NAME_AND_ADDRESS = 5;
  static final int OF_ADDRESS = 50;
  static final int OF_NAME = 200;
  private static final int COUNTERS = 50_000;

  private final Clock clock;
  private final Cache<String, Failed> counters =
      Caffeine.newBuilder().maximumSize(COUNTERS).build();

  LockOut(Clock clock) {
    this.clock = clock;
  }

  /**
   * Counts an attempt before its password is looked at, so that many at once do not slip through.
   *
   * @throws AccessException when there were too many
   */
  void begin(String name, String address) {
    Instant now = clock.instant();
    for (Counter counter : counters(name, address)) {
      Failed failed =
          counters
              .asMap()
              .compute(
                  counter.key,
                  (key, old) ->
                      old == null || !now.isBefore(old.first.plus(LASTS))
                          ? new Failed(now, 1)
                          : new Failed(old.first, Math.min(old.count, counter.most) + 1));
      if (failed.count > counter.most) {
        Duration rest = Duration.between(now, failed.first.plus(LASTS));
        throw new AccessException(
            AccessException.Reason.LOCKED_OUT,
            "Too many attempts have failed; wait " + (rest.toMinutes() + 1) + " min",
            rest);
      }
    }
  }

  /** Forgets what failed before, of this name from this address. */
  void succeeded(String name, String address) {
    List<Counter> all = counters(name, address);
    counters.invalidate(all.get(0).key);
    all.subList(1, 3).forEach(this::countOneLess);
  }

  /** Nobody looked at the password after all. */
  void takeBack(String name, String address) {
    counters(name, address).forEach(this::countOneLess);
  }

  private void countOneLess(Counter counter) {
    counters
        .asMap()
        .computeIfPresent(
            counter.key, (key, old) -> new Failed(old.first, Math.max(0, old.count - 1)));
  }

  long size() {
    counters.cleanUp();
    return counters.estimatedSize();
  }

  private static List<Counter> counters(String name, String from) {
    String address = network(from);
    // Hashed: a name may be as long as a body, and be somebody's password in the wrong field. Each
    // kind begins with a word of its own, or a name could be chosen that is another's counter.
    return List.of(
        new Counter(Secret.hash("pair\0" + name + '\0' + address), OF_NAME_AND_ADDRESS),
        new Counter(Secret.hash("address\0" + address), OF_ADDRESS),
        new Counter(Secret.hash("name\0" + name), OF_NAME));
  }

  /** Of IPv6 the network, since whoever has one address there has 2⁶⁴. */
  static String network(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return bytes.length == 16 ? HexFormat.of().formatHex(bytes, 0, 8) : address;
    } catch (UnknownHostException e) {
      return address;
    }
  }

  private record Counter(String key, int most) {}

  private record Failed(Instant first, int count) {}
}
