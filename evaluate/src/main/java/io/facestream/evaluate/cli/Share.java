package io.facestream.evaluate.cli;

import io.facestream.options.BadOptionsException;

/** Reads shares as people write them. */
final class Share {
  private Share() {}

  /**
   * A share such as {@code 0.3%} or {@code 0.003}.
   *
   * @throws BadOptionsException when it is none, or not between 0 and 1
   */
  static double parse(String option, String text) {
    String number = text.strip();
    boolean percent = number.endsWith("%");
    try {
      double value =
          Double.parseDouble(percent ? number.substring(0, number.length() - 1).strip() : number);
      double share = percent ? value / 100 : value;
      if (share > 0 && share < 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new BadOptionsException(
        option + " is a share above 0% and below 100%, such as 0.3%, not '" + text + "'");
  }
}
