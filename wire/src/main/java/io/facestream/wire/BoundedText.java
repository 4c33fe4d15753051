package io.facestream.wire;

import java.util.Locale;

/** Whether a text is short and harmless enough to travel in a record. */
final class BoundedText {
  private BoundedText() {}

  /**
   * Why a text cannot be used, with the cure; null when it can. One short printable line, however
   * long the text is.
   *
   * @param meaning what it is called in messages
   * @param maxBytes the most bytes it may have in UTF-8
   * @param controlsAllowed whether it may hold control characters
   */
  static String complaint(String meaning, int maxBytes, boolean controlsAllowed, String text) {
    int bytes = StrictUtf8.length(text);
    if (bytes < 0) {
      return String.format(
          Locale.ROOT,
          "the %s %s holds half a character (a lone surrogate); leave it out",
          meaning,
          quoted(text));
    }
    if (bytes > maxBytes) {
      return String.format(
          Locale.ROOT,
          "the %s %s has %d bytes in UTF-8, at most %d are taken; shorten it",
          meaning,
          quoted(text),
          bytes,
          maxBytes);
    }
    if (!controlsAllowed && text.codePoints().anyMatch(BoundedText::isControl)) {
      return String.format(
          Locale.ROOT, "the %s %s holds a control character; leave it out", meaning, quoted(text));
    }
    return null;
  }

  private static String quoted(String text) {
    return "'" + Printable.of(text, 40) + "'";
  }

  private static boolean isControl(int character) {
    return Character.isISOControl(character)
        || Character.getType(character) == Character.LINE_SEPARATOR
        || Character.getType(character) == Character.PARAGRAPH_SEPARATOR;
  }
}
