package io.facestream.gallery.check;

import io.facestream.wire.FalseAlerts;
import io.facestream.wire.FalseMatchCurve;
import io.facestream.wire.FalseMatchCurve.Reading;

/**
 * How many faces of strangers will be named in a day, each of them an alert.
 *
 * @param basis {@code curve} when the share is that of the embedder's measured curve, {@code
 *     gallery} when it was estimated from the gallery itself
 * @param unknownADay faces of strangers that are compared in a day
 * @param share of them that will be named, 0…1
 * @param shareAtMost the upper end of its interval of 95 %, 0…1
 * @param alerts expected in a day
 * @param alertsAtMost the same by {@code shareAtMost}
 */
public record FalseAlertsADay(
    String basis,
    double unknownADay,
    double share,
    double shareAtMost,
    double alerts,
    double alertsAtMost) {
  /** Two-sided 95 % of the normal distribution. */
  private static final double Z = 1.96;

  /**
   * By the embedder's curve as far as it was measured: 1 − (1 − FMR)^N for N templates. Beyond it,
   * or without it, by the gallery itself: each enrolled person is a stranger to all others, and the
   * share of the photos that somebody else's comes so near to is the share of strangers that would
   * be named.
   *
   * @param curve of the embedder; null when nobody has measured it
   * @return null when there is nothing to estimate from
   */
  public static FalseAlertsADay of(
      CheckReport check, double threshold, Traffic traffic, FalseMatchCurve curve) {
    if (traffic == null) {
      return null;
    }
    Reading rate = curve == null ? null : curve.fmrAt(threshold);
    if (rate instanceof Reading.Measured measured) {
      double most = upperBound(measured.value(), curve.comparisons());
      return of(
          "curve",
          traffic,
          FalseAlerts.share(measured.value(), check.templates()),
          FalseAlerts.share(most, check.templates()));
    }
    Spread gallery = check.spread();
    return gallery.photos() == 0
        ? null
        : of("gallery", traffic, gallery.share(), upperBound(gallery.share(), gallery.photos()));
  }

  private static FalseAlertsADay of(
      String basis, Traffic traffic, double share, double shareAtMost) {
    double unknown = traffic.unknownADay();
    return new FalseAlertsADay(
        basis, unknown, share, shareAtMost, unknown * share, unknown * shareAtMost);
  }

  /** Wilson's score interval (1927), which holds for shares near 0, too. */
  static double upperBound(double share, long trials) {
    double squared = Z * Z / trials;
    double centre = share + squared / 2;
    double half = Z * Math.sqrt(share * (1 - share) / trials + squared / (4 * trials));
    return Math.min(1, (centre + half) / (1 + squared));
  }
}
