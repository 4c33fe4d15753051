package io.facestream.console.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Where the next page of a list begins, as text that callers hand back and do not read. It names a
 * position and nothing else: whoever makes one up sees no more than his query shows him.
 */
public final class Cursor {
  private static final int LONGEST = 600;

  private Cursor() {}

  /**
   * @param list of which list, so that one of another is refused
   * @param position the last one shown
   */
  public static String of(String list, String position) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((list + ':' + position).getBytes(UTF_8));
  }

  /**
   * The position of a cursor.
   *
   * @param shape of a position
   * @throws ProblemException when it is none of that list
   */
  public static String position(String cursor, String list, Pattern shape) {
    if (cursor.length() <= LONGEST) {
      try {
        String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        String position = text.startsWith(list + ':') ? text.substring(list.length() + 1) : null;
        if (position != null
            && shape.matcher(position).matches()
            && of(list, position).equals(cursor)) {
          return position;
        }
      } catch (IllegalArgumentException e) {
        // Told below.
      }
    }
    throw new ProblemException(
        400, "bad-cursor", "This is no cursor of this list", "Begin without one");
  }
}
