package io.facestream.decision;

import io.facestream.wire.FalseAlerts;
import io.facestream.wire.FalseMatchCurve;
import io.facestream.wire.FalseMatchCurve.Reading;

/**
 * Turns the share of strangers' visits that may be named into the cosine that does it, by the
 * measured curve of the embedder.
 *
 * <p>A view is compared with every template, and a visit has several views, each of which may be
 * the one that names: of V views and N templates at least one matches with 1 − (1 − FMR)^(N·V). The
 * views of one person resemble each other, so a visit counts as fewer views than it has.
 *
 * <p>Where a rarer match is asked for than was measured, the last two points of the curve are
 * continued, since its edge would name more strangers than allowed; {@link Calibrated} says so.
 * Where a more frequent one is, the edge is taken, which names fewer.
 */
public final class Calibration {
  /**
   * Independent views of a visit. Measured on the forty people of ORL, who moved and turned between
   * ten pictures, against 300 people of LFW, at a false match rate of 10⁻³: the best of ten views
   * of a stranger reaches a template as often as 4.5 independent ones ({@code standard}) and 5.2
   * ({@code accurate}).
   */
  public static final int VIEWS_OF_A_VISIT = 5;

  private final FalseMatchCurve curve;

  /** A calibration by the curve of the embedder in use. */
  public Calibration(FalseMatchCurve curve) {
    this.curve = curve;
  }

  /**
   * The cosine for a share.
   *
   * @param share of strangers' visits that may be named, above 0, below 1
   * @param templates of the gallery; an empty one counts as one
   */
  public Calibrated cosineFor(double share, long templates) {
    double rate =
        FalseAlerts.falseMatchRate(share, Math.max(1, templates) * (long) VIEWS_OF_A_VISIT);
    Reading reading = curve.cosineFor(rate);
    return reading instanceof Reading.BeyondStrictest
        ? new Calibrated(continued(rate), true)
        : new Calibrated(reading.value(), false);
  }

  private double continued(double rate) {
    int last = curve.points().size() - 1;
    var before = curve.points().get(last - 1);
    var edge = curve.points().get(last);
    double slope =
        (edge.cosine() - before.cosine())
            / Math.log(edge.falseMatchRate() / before.falseMatchRate());
    return Math.min(1, edge.cosine() + slope * Math.log(rate / edge.falseMatchRate()));
  }

  /**
   * A cosine for a share.
   *
   * @param cosine −1…1
   * @param beyondCurve whether so rare a match was never measured, so that the cosine is a guess
   */
  public record Calibrated(double cosine, boolean beyondCurve) {}
}
