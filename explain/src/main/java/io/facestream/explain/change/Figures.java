package io.facestream.explain.change;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.function.LongPredicate;

/** Figures for people, rounded to the side on which they still hold. */
public final class Figures {
  private static final double THOUSAND = 1000;
  private static final MathContext TWO_DIGITS_UP = new MathContext(2, RoundingMode.CEILING);
  private static final MathContext TWO_DIGITS_DOWN = new MathContext(2, RoundingMode.FLOOR);

  private Figures() {}

  /** To three places, not above. */
  static double floor(double cosine) {
    return Math.floor(cosine * THOUSAND) / THOUSAND;
  }

  /** To three places, above. */
  static double above(double cosine) {
    return (Math.floor(cosine * THOUSAND) + 1) / THOUSAND;
  }

  /** To two digits, not below. */
  static double ceilShare(double share) {
    return BigDecimal.valueOf(share).round(TWO_DIGITS_UP).doubleValue();
  }

  /** To two digits, not above. */
  static double floorShare(double share) {
    return BigDecimal.valueOf(share).round(TWO_DIGITS_DOWN).doubleValue();
  }

  /** The least number in a range for which something holds that holds for all above; −1: none. */
  static long least(long from, long to, LongPredicate holds) {
    if (!holds.test(to)) {
      return -1;
    }
    long low = from;
    long high = to;
    while (low < high) {
      long middle = low + (high - low) / 2;
      if (holds.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Such as {@code 0.310}. */
  public static String cosine(double cosine) {
    return String.format(Locale.ROOT, "%.3f", cosine);
  }

  /** Such as {@code 0.3 %}. */
  public static String share(double share) {
    return BigDecimal.valueOf(share)
            .movePointRight(2)
            .round(new MathContext(3))
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }

  /** Such as {@code 1,162 templates}. */
  public static String templates(long count) {
    return String.format(Locale.ROOT, "%,d template%s", count, count == 1 ? "" : "s");
  }
}
