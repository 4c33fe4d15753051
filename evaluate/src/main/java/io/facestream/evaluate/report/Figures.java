package io.facestream.evaluate.report;

import io.facestream.evaluate.statistics.Estimate;
import java.util.Locale;

/** Numbers as people read them. */
final class Figures {
  private Figures() {}

  /** {@code 0.43 % (0.21–0.80)}; a dash for what was not measured. */
  static String percent(Estimate estimate) {
    if (estimate == null) {
      return "–";
    }
    int digits = digits(Math.min(estimate.high(), 1 - estimate.low()));
    return String.format(
        Locale.ROOT,
        "%." + digits + "f %% (%." + digits + "f–%." + digits + "f)",
        100 * estimate.value(),
        100 * estimate.low(),
        100 * estimate.high());
  }

  /** {@code 0.43 %}. */
  static String percent(double share) {
    return String.format(
        Locale.ROOT, "%." + digits(Math.min(share, 1 - share)) + "f %%", 100 * share);
  }

  /**
   * Behind the point, so that a rare event keeps two digits; which of both is the rare one, the
   * event or its absence, is the caller's to say.
   */
  private static int digits(double rare) {
    double percent = 100 * rare;
    return percent >= 10 || percent <= 0
        ? 1
        : percent >= 1 ? 2 : Math.min(6, 1 - (int) Math.floor(Math.log10(percent)));
  }

  /** {@code 0.4137}; a dash for none. */
  static String cosine(Double cosine) {
    return cosine == null ? "–" : String.format(Locale.ROOT, "%.4f", cosine);
  }

  /** {@code 1 in 1,000}, a rate as people say it. */
  static String oneIn(double rate) {
    return "1 in " + count(Math.round(1 / rate));
  }

  /** {@code 1,118,250}. */
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
