package io.facestream.wire;

/**
 * Text that came from outside (names, ids, file names, reasons, error texts), made fit to be shown
 * on a terminal or in a log line: what would move the cursor, break the line, turn the direction of
 * writing or draw nothing at all is written as an escape, such as {@code \n}, {@code \x1b} or
 * {@code \u202e}. Letters of every script stay as they are. Only for people's eyes: records keep
 * the text itself.
 *
 * <p>A backslash stays a single one, so that what is printable is not changed, also not by being
 * made so twice.
 */
public final class Printable {
  private static final String CUT = "…";

  private Printable() {}

  /**
   * All of a text.
   *
   * @param text may be null, which reads {@code null}
   */
  public static String of(String text) {
    return of(text, Integer.MAX_VALUE);
  }

  /**
   * The beginning of a text.
   *
   * @param text may be null, which reads {@code null}; only as much of it is looked at as is shown
   * @param maxChars length that the result may have in {@code char}s, at least 1; a longer one is
   *     cut between two characters and ends in "…", which counts
   */
  public static String of(String text, int maxChars) {
    if (maxChars < 1) {
      throw new IllegalArgumentException("maxChars must be at least 1: " + maxChars);
    }
    if (text == null) {
      return of("null", maxChars);
    }
    if (text.length() <= maxChars && text.codePoints().allMatch(Printable::isPrintable)) {
      return text;
    }
    StringBuilder shown = new StringBuilder(Math.min(text.length(), maxChars) + 16);
    int room = 0; // up to where the text may stay when it has to be cut
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      append(shown, character);
      if (shown.length() > maxChars) {
        shown.setLength(room);
        return shown.append(CUT).toString();
      }
      if (shown.length() <= maxChars - CUT.length()) {
        room = shown.length();
      }
      i += Character.charCount(character);
    }
    return shown.toString();
  }

  /**
   * Whether a character may be shown as it is.
   *
   * @param character a code point
   */
  public static boolean isPrintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      case Character.FORMAT -> !isBidiControl(character) && !isInvisible(character);
      default -> true;
    };
  }

  private static boolean isBidiControl(int character) {
    return character == 0x061C
        || character >= 0x200E && character <= 0x200F
        || character >= 0x202A && character <= 0x202E
        || character >= 0x2066 && character <= 0x2069;
  }

  /** Zero width, and with no meaning in any script; joiners have one (Persian, Hindi, emoji). */
  private static boolean isInvisible(int character) {
    return character == 0x00AD
        || character == 0x200B
        || character >= 0x2060 && character <= 0x2064
        || character == 0xFEFF;
  }

  private static void append(StringBuilder shown, int character) {
    if (isPrintable(character)) {
      shown.appendCodePoint(character);
      return;
    }
    switch (character) {
      case '\n' -> shown.append("\\n");
      case '\r' -> shown.append("\\r");
      case '\t' -> shown.append("\\t");
      default -> {
        boolean latin = character < 0x100;
        String digits = Integer.toHexString(character);
        shown.append(latin ? "\\x" : "\\u");
        shown.append("0".repeat((latin ? 2 : 4) - digits.length())).append(digits);
      }
    }
  }
}
