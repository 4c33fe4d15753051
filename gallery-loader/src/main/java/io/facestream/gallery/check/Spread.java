package io.facestream.gallery.check;

import java.util.Arrays;

/**
 * How the highest impostors of a gallery's photos are spread.
 *
 * @param photos of which there is one; 0 when there is only one person
 * @param median half of them are below; all cosines −1…1, 0 without photos
 * @param p90 nine of ten are below
 * @param p99 99 of 100 are below
 * @param highest of all
 * @param passing how many reach the threshold in force
 */
public record Spread(
    int photos, double median, double p90, double p99, double highest, int passing) {

  static Spread of(double[] similarities, double threshold) {
    double[] sorted = similarities.clone();
    Arrays.sort(sorted);
    int passing = (int) Arrays.stream(sorted).filter(cosine -> cosine >= threshold).count();
    return new Spread(
        sorted.length,
        quantile(sorted, 0.5),
        quantile(sorted, 0.9),
        quantile(sorted, 0.99),
        quantile(sorted, 1),
        passing);
  }

  /** The share of the photos that reach the threshold, 0…1. */
  public double share() {
    return photos == 0 ? 0 : (double) passing / photos;
  }

  private static double quantile(double[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length) - 1;
    return sorted.length == 0 ? 0 : sorted[Math.max(0, rank)];
  }
}
