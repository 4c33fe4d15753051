package io.facestream.console.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.facestream.wire.Sha256;
import java.util.regex.Pattern;

/**
 * Ids of records as columns and paths have them: the SHA-256 in hexadecimal, since an id may be of
 * any length and have slashes.
 */
public final class EventKeys {
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

  private EventKeys() {}

  /** The key of an id. */
  public static String of(String id) {
    return Sha256.hex(id.getBytes(UTF_8));
  }

  /** The key that a path names: itself, or that of an id. */
  public static String named(String text) {
    return KEY.matcher(text).matches() ? text : of(text);
  }
}
