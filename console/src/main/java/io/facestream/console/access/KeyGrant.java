package io.facestream.console.access;

import io.facestream.wire.Printable;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a key is made with.
 *
 * @param name for people, 1 to 100 characters
 * @param rights at least one
 * @param origins web pages that may use it in a browser, such as {@code https://shop.example}; none
 *     for a key that stays on servers
 * @param perMinute requests a minute
 * @param expires null for never
 */
public record KeyGrant(
    String name,
    Set<Right> rights,
    Scope scope,
    List<String> origins,
    int perMinute,
    Instant expires) {
  /** Requests a minute, where nothing else is said. */
  public static final int USUAL_PER_MINUTE = 600;

  private static final int LONGEST_NAME = 100;
  private static final int MOST_PER_MINUTE = 1_000_000;
  private static final int MOST_ORIGINS = 20;
  private static final int LONGEST_ORIGIN = 200;
  private static final int LAST_PORT = 65_535;
  private static final String PRINTABLE =
      " has no half characters, nor any that draw nothing or turn the text around";

  /**
   * @throws IllegalArgumentException when something is out of its bounds; the message says what
   */
  public KeyGrant {
    require(
        name != null
            && !name.isBlank()
            && name.length() <= LONGEST_NAME
            && name.chars().noneMatch(Character::isISOControl),
        "A key's name has 1 to " + LONGEST_NAME + " characters, none of them a control");
    require(!rights.isEmpty(), "A key has at least one of the rights " + Right.names());
    require(
        perMinute >= 1 && perMinute <= MOST_PER_MINUTE,
        "A key has from 1 to " + MOST_PER_MINUTE + " requests a minute");
    require(origins.size() <= MOST_ORIGINS, "A key has at most " + MOST_ORIGINS + " origins");
    origins.forEach(KeyGrant::validateOrigin);
    rights = Set.copyOf(rights);
    origins = List.copyOf(origins);
  }

  private static void validateOrigin(String origin) {
    boolean valid;
    try {
      URI uri = URI.create(origin);
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      valid =
          origin.length() <= LONGEST_ORIGIN
              && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
              && uri.getHost() != null
              && origin.equals(uri.getScheme() + "://" + lower(uri.getHost()) + port);
    } catch (IllegalArgumentException e) {
      valid = false;
    }
    require(valid, "An origin has scheme and host, and a port where needed: https://shop.example");
  }

  /**
   * Looks at more, of a key that is to be made: those that are stored may be from before.
   *
   * @throws IllegalArgumentException when it would have ended already, has names that no list can
   *     show as they are, or origins that no browser sends
   */
  void requireNew(Instant now) {
    require(expires == null || expires.isAfter(now), "A key ends in the future, if at all");
    require(isPrintable(name), "A key's name" + PRINTABLE);
    require(
        scope.watchlists().stream().flatMap(List::stream).allMatch(KeyGrant::isPrintable),
        "A watchlist's name" + PRINTABLE);
    require(
        origins.stream().map(URI::create).allMatch(KeyGrant::isSent),
        "An origin has a port up to 65535, and not the usual one, which browsers leave out");
  }

  private static boolean isPrintable(String text) {
    return text.codePoints().allMatch(Printable::isPrintable);
  }

  private static boolean isSent(URI origin) {
    int usual = "https".equals(origin.getScheme()) ? 443 : 80;
    return origin.getPort() <= LAST_PORT && origin.getPort() != usual;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
