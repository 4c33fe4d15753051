package io.facestream.wire;

import java.math.BigDecimal;

/** Shares above 0 and below 1, as people write them: {@code 0.3%} or {@code 0.003}. */
public final class Shares {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Shares() {}

  /**
   * The share that a text names.
   *
   * @throws IllegalArgumentException with one line that says how to write one
   */
  public static double parse(String text) {
    String number = text.strip();
    boolean percent = number.endsWith("%");
    try {
      BigDecimal value =
          new BigDecimal((percent ? number.substring(0, number.length() - 1) : number).strip());
      double share = (percent ? value.divide(HUNDRED) : value).doubleValue();
      if (share > 0 && share < 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new IllegalArgumentException(
        "'" + text + "' is no share above 0% and below 100%; write for example 0.3%");
  }
}
