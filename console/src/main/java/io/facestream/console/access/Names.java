package io.facestream.console.access;

/** Names that people see in lists. */
final class Names {
  private Names() {}

  /**
   * Whether it has neither controls nor halves of characters, nor what turns the text around it, so
   * that a list with it can be believed.
   */
  static boolean isPlain(String name) {
    return name.codePoints()
        .noneMatch(
            point ->
                Character.isISOControl(point)
                    || Character.getType(point) == Character.SURROGATE
                    || point >= 0x202a && point <= 0x202e
                    || point >= 0x2066 && point <= 0x2069);
  }
}
