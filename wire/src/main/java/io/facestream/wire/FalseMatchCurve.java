package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * How often an embedder takes one stranger for one other: its false match rate by the cosine from
 * which two faces count as one person, as measured. {@code facestream evaluate} writes it, a model
 * pack or a policy takes it; the schema is {@link Schemas#FALSE_MATCH_CURVE}.
 *
 * <p>Between two points the logarithm of the rate is linear in the cosine, which is how the tail of
 * such scores looks; beyond the first and the last nothing is known, and {@link Reading} says so.
 *
 * @param schema {@link #SCHEMA}
 * @param models the pack and its embedder; the curve holds for no other embedder
 * @param source what was compared and by whom, one line for people
 * @param comparisons of faces of two different people, by which it was measured
 * @param people to whom these faces belong
 * @param points at least two, rates strictly falling, cosines strictly rising
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FalseMatchCurve(
    String schema,
    Models models,
    String source,
    long comparisons,
    int people,
    List<CurvePoint> points) {
  /** The name and version of the JSON. */
  public static final String SCHEMA = "facestream.false-match-curve/1";

  /**
   * Checks what the schema cannot: that the curve is monotone.
   *
   * @throws IllegalArgumentException with the cause, when there is no reading such points
   */
  public FalseMatchCurve {
    if (points == null || points.size() < 2) {
      throw new IllegalArgumentException("A curve has at least two points");
    }
    points = List.copyOf(points);
    for (int i = 1; i < points.size(); i++) {
      CurvePoint before = points.get(i - 1);
      CurvePoint after = points.get(i);
      if (after.falseMatchRate() >= before.falseMatchRate() || after.cosine() <= before.cosine()) {
        throw new IllegalArgumentException(
            "Point "
                + (i + 1)
                + " of the curve must have a lower rate and a higher cosine than the one before");
      }
    }
  }

  /** A curve of this version of the schema. */
  public static FalseMatchCurve of(
      Models models, String source, long comparisons, int people, List<CurvePoint> points) {
    return new FalseMatchCurve(SCHEMA, models, source, comparisons, people, points);
  }

  /**
   * What is read from a curve: a value that was measured, or the edge of the curve where more was
   * asked for than was measured.
   */
  public sealed interface Reading {
    /** The value: as asked for, or at the edge. */
    double value();

    /** Lies on the curve. */
    record Measured(double value) implements Reading {}

    /**
     * The edge at the highest cosine: asked was for a lower rate, or a higher cosine, than any
     * point has. The true cosine is higher, the true rate lower than this, nobody measured by what.
     */
    record BeyondStrictest(double value) implements Reading {}

    /**
     * The edge at the lowest cosine: asked was for a higher rate, or a lower cosine, than any point
     * has. The true cosine is lower, the true rate higher than this.
     */
    record BeyondLoosest(double value) implements Reading {}
  }

  /**
   * The cosine from which two strangers match as rarely as this.
   *
   * @param falseMatchRate 0…1
   */
  public Reading cosineFor(double falseMatchRate) {
    if (!(falseMatchRate >= 0 && falseMatchRate <= 1)) {
      throw new IllegalArgumentException("A rate lies in 0…1: " + falseMatchRate);
    }
    if (falseMatchRate > loosest().falseMatchRate()) {
      return new Reading.BeyondLoosest(loosest().cosine());
    }
    if (falseMatchRate < strictest().falseMatchRate()) {
      return new Reading.BeyondStrictest(strictest().cosine());
    }
    int i = 1;
    while (points.get(i).falseMatchRate() > falseMatchRate) {
      i++;
    }
    CurvePoint before = points.get(i - 1);
    CurvePoint after = points.get(i);
    double part =
        Math.log(falseMatchRate / before.falseMatchRate())
            / Math.log(after.falseMatchRate() / before.falseMatchRate());
    return new Reading.Measured(before.cosine() + part * (after.cosine() - before.cosine()));
  }

  /**
   * How often two strangers match when this cosine suffices.
   *
   * @param cosine −1…1
   */
  public Reading fmrAt(double cosine) {
    if (!(cosine >= -1 && cosine <= 1)) {
      throw new IllegalArgumentException("A cosine lies in −1…1: " + cosine);
    }
    if (cosine < loosest().cosine()) {
      return new Reading.BeyondLoosest(loosest().falseMatchRate());
    }
    if (cosine > strictest().cosine()) {
      return new Reading.BeyondStrictest(strictest().falseMatchRate());
    }
    int i = 1;
    while (points.get(i).cosine() < cosine) {
      i++;
    }
    CurvePoint before = points.get(i - 1);
    CurvePoint after = points.get(i);
    double part = (cosine - before.cosine()) / (after.cosine() - before.cosine());
    return new Reading.Measured(
        before.falseMatchRate() * Math.pow(after.falseMatchRate() / before.falseMatchRate(), part));
  }

  private CurvePoint loosest() {
    return points.get(0);
  }

  private CurvePoint strictest() {
    return points.get(points.size() - 1);
  }
}
