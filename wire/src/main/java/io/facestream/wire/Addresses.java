package io.facestream.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of cameras as they may be shown: scheme, host and port. Cameras take passwords before
 * the host, in the path and in the query, each maker in a form of its own, so nothing else of an
 * address is ever printed, logged or measured.
 */
public final class Addresses {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://");
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.%]+])(:\\d{1,5})?");

  /** What a path of a file rarely has, and an address without its scheme often. */
  private static final Pattern PARTS_OF_ADDRESSES = Pattern.compile("[@?&=]|^[^/]*:[^\\\\]");

  /** From the scheme to a quote or the end of the line; not a scheme that stands alone. */
  private static final Pattern IN_TEXT = Pattern.compile(SCHEME + "(?![,'\\s])[^'\"\\n]*");

  /** A password before a host, without the scheme; ids of frames and visits have an @ as well. */
  private static final Pattern CREDENTIALS = Pattern.compile("(?s):.*@");

  private Addresses() {}

  /**
   * What may be shown of an address.
   *
   * @param address with its scheme, well formed or not
   * @return {@code rtsp://host:554}; {@code rtsp://(address)} where a stray {@code @}, {@code /} or
   *     {@code :} leaves it open which part is the host
   */
  public static String shown(String address) {
    Matcher scheme = SCHEME.matcher(address);
    if (!scheme.lookingAt()) {
      return "(address)";
    }
    String rest = address.substring(scheme.end());
    int end = (int) rest.chars().takeWhile(c -> "/?#\\".indexOf(c) < 0).count();
    String host = rest.substring(rest.lastIndexOf('@', end) + 1, end);
    boolean certain = rest.indexOf('@', end) < 0 && HOST.matcher(host).matches();
    return scheme.group() + (certain ? host : "(address)");
  }

  /**
   * A text with what may be shown of an address in place of the address.
   *
   * @param text in which everything from an address's scheme to a quote or the end of the line may
   *     belong to the address
   */
  public static String masked(String text) {
    return IN_TEXT
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(shown(found.group())));
  }

  /**
   * A message without the addresses that stand on the command line, whatever characters are in
   * them.
   */
  public static String withoutThoseOf(String[] arguments, String message) {
    String shown = message;
    for (String argument : arguments) {
      Matcher scheme = SCHEME.matcher(argument);
      if (scheme.find()) {
        String address = argument.substring(scheme.start());
        shown = shown.replace(address, shown(address));
      } else if (CREDENTIALS.matcher(argument).find()) {
        shown = shown.replace(argument, "(address)");
      }
    }
    return shown;
  }

  /**
   * A value as a message quotes it.
   *
   * @param value what somebody wrote in a place where no address belongs
   * @return {@code 'value'}, or {@code this} when it may be an address all the same
   */
  public static String quoted(String value) {
    return value.contains("/") || mayBeAddress(value) ? "this" : "'" + value + "'";
  }

  /** Whether a text that should be a path or a name may be an address, with its scheme or not. */
  public static boolean mayBeAddress(String path) {
    return PARTS_OF_ADDRESSES.matcher(path).find();
  }

  /**
   * Checks the form of an address on the network.
   *
   * @throws IllegalArgumentException with one line, cause and cure, when it is no URL with a host
   */
  public static void requireHost(String address) {
    try {
      if (new URI(address).getRawAuthority() != null) {
        return;
      }
    } catch (URISyntaxException e) {
      // Not its cause: that repeats the address, and with it the password.
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "'%s' is not a URL: %s. Write '@', '/', ':', '?', '#' and spaces in a password as %%40, %%2F, %%3A, %%3F, %%23, %%20",
              shown(address),
              e.getReason()));
    }
    throw new IllegalArgumentException(
        "the address names no host. Write it as scheme://HOST:PORT/PATH");
  }
}
