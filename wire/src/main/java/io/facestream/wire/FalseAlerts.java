package io.facestream.wire;

/**
 * Between the false match rate of one comparison and the share of strangers who are named by a
 * gallery: of N independent comparisons at least one matches with 1 − (1 − rate)^N.
 */
public final class FalseAlerts {
  private FalseAlerts() {}

  /**
   * The share of strangers of whom one view is named.
   *
   * @param falseMatchRate of one comparison, 0…1
   * @param templates with which the view is compared, at least 1
   */
  public static double share(double falseMatchRate, long templates) {
    check(falseMatchRate, templates);
    return -Math.expm1(templates * Math.log1p(-falseMatchRate));
  }

  /**
   * The false match rate at which that share of strangers is named.
   *
   * @param share of views of strangers, 0…1
   * @param templates with which each is compared, at least 1
   */
  public static double falseMatchRate(double share, long templates) {
    check(share, templates);
    return -Math.expm1(Math.log1p(-share) / templates);
  }

  private static void check(double share, long templates) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("A share lies in 0…1: " + share);
    }
    if (templates < 1) {
      throw new IllegalArgumentException("It takes at least 1 template, not " + templates);
    }
  }
}
