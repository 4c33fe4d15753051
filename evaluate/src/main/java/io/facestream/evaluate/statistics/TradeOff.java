package io.facestream.evaluate.statistics;

import io.facestream.wire.CurvePoint;
import java.util.ArrayList;
import java.util.List;

/**
 * What a threshold costs in verification: the false match rate (FMR, share of the impostor scores
 * that reach it) against the false non-match rate (FNMR, share of the genuine scores that do not).
 *
 * @param genuine scores of two photos of one person
 * @param impostor scores of photos of two people
 */
public record TradeOff(ScoreHistogram genuine, ScoreHistogram impostor) {
  /** By fewer false matches than this a rate is known too badly for a curve. */
  static final int LEAST_FALSE_MATCHES = 10;

  private static final double[] STEPS = {5, 2, 1};

  /**
   * A threshold and what it costs.
   *
   * @param cosine the threshold
   * @param falseMatchRate FMR, 0…1
   * @param falseNonMatchRate FNMR, 0…1
   */
  public record Threshold(double cosine, double falseMatchRate, double falseNonMatchRate) {
    /** The mean of both rates. */
    public double meanError() {
      return (falseMatchRate + falseNonMatchRate) / 2;
    }
  }

  /** What the threshold of a bin costs. */
  public Threshold at(int bin) {
    return new Threshold(
        ScoreGrid.cosine(bin), impostor.shareReaching(bin), 1 - genuine.shareReaching(bin));
  }

  /** Where both rates are the most alike; the equal error rate is their mean there. */
  public Threshold equalError() {
    int low = 0;
    int high = ScoreGrid.BINS - 1;
    // The difference falls from 1 to −1 as the threshold rises.
    while (low < high) {
      int middle = (low + high) >>> 1;
      Threshold here = at(middle);
      if (here.falseMatchRate() <= here.falseNonMatchRate()) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    Threshold above = at(low);
    Threshold below = at(Math.max(0, low - 1));
    return gap(below) < gap(above) ? below : above;
  }

  private static double gap(Threshold threshold) {
    return Math.abs(threshold.falseMatchRate() - threshold.falseNonMatchRate());
  }

  /** Where the most is decided rightly, both kinds of comparisons weighing the same. */
  public Threshold mostAccurate() {
    Threshold best = at(0);
    for (int bin = 1; bin < ScoreGrid.BINS; bin++) {
      Threshold here = at(bin);
      if (here.meanError() < best.meanError()) {
        best = here;
      }
    }
    return best;
  }

  /**
   * The measured false match rates: at 5, 2 and 1 of each power of ten, as far as at least {@value
   * #LEAST_FALSE_MATCHES} false matches stand behind one.
   */
  public List<CurvePoint> curve() {
    List<CurvePoint> points = new ArrayList<>();
    double least = (double) LEAST_FALSE_MATCHES / impostor.count();
    for (double decade = 0.1; decade * STEPS[0] >= least; decade /= 10) {
      for (double step : STEPS) {
        add(points, impostor.binReachedByAtMost(step * decade * (1 + 1e-12)));
      }
    }
    return points;
  }

  private void add(List<CurvePoint> points, int bin) {
    if (bin >= ScoreGrid.BINS || impostor.reaching(bin) < LEAST_FALSE_MATCHES) {
      return;
    }
    CurvePoint point = new CurvePoint(impostor.shareReaching(bin), ScoreGrid.cosine(bin));
    CurvePoint last = points.isEmpty() ? null : points.get(points.size() - 1);
    if (last == null
        || point.falseMatchRate() < last.falseMatchRate() && point.cosine() > last.cosine()) {
      points.add(point);
    }
  }
}
