package io.facestream.matcher.kernel;

import io.facestream.matcher.store.RowBlock;
import java.util.Arrays;

/**
 * Some probes, ready to be multiplied with block after block.
 *
 * <p>A probe x̂ = x/|x| is held as scale · p + r with |r| ≤ error; a row ŷ as s · q + r′ with |r′|
 * ≤ ρ. Since x̂·ŷ − scale·s·⟨p,q⟩ = r·(s·q) + x̂·r′ and |s·q| ≤ 1 + ρ, Cauchy–Schwarz gives
 *
 * <pre>|cosine − scale·s·⟨p,q⟩| ≤ error·(1 + ρ) + ρ = ρ·(1 + error) + error</pre>
 *
 * <p>so the cosine can reach t only if s·⟨p,q⟩ + ρ·slope ≥ floor, with slope = (1 + error)/scale
 * and floor = (t − error − slack)/scale: two multiply-adds and a comparison for each product.
 */
public abstract class ProbeTile {
  /**
   * Covers the rounding of the test itself in fp32: six operations on terms below 4, each off by at
   * most 2⁻²⁴ of its result, make less than 2⁻¹⁹.
   */
  public static final double SLACK = 0x1p-19;

  protected final float[] scales;
  protected final float[] errors;
  protected final float[] slopes;
  protected final float[] floors;
  private int first;
  private int count;

  /**
   * @param lanes probes that fit; those not in use never pass the test
   */
  protected ProbeTile(int lanes) {
    scales = new float[lanes];
    errors = new float[lanes];
    slopes = new float[lanes];
    floors = new float[lanes];
  }

  protected final void reset(int from, int to) {
    first = from;
    count = to - from;
    Arrays.fill(slopes, 0);
    Arrays.fill(floors, Float.POSITIVE_INFINITY);
  }

  /** Notes how a probe is held, and lets every row pass. */
  protected final void hold(int probe, float scale, float error) {
    scales[probe] = scale;
    errors[probe] = error;
    slopes[probe] = Math.nextUp((1 + error) / scale);
    floors[probe] = Float.NEGATIVE_INFINITY;
  }

  /** The tile's first probe in its batch. */
  public final int first() {
    return first;
  }

  public final int count() {
    return count;
  }

  /** From now on {@link #find} leaves out rows whose cosine to this probe is below. */
  public final void requireAtLeast(int probe, double cosine) {
    floors[probe] = Math.nextDown((float) ((cosine - errors[probe] - SLACK) / scales[probe]));
  }

  /** Computes the products with the first {@code rows} rows of a block, for the calls below. */
  public abstract void multiply(RowBlock block, int rows);

  /** Adds what can reach its probe's threshold among some of the rows multiplied last. */
  public abstract void find(RowBlock block, int fromRow, int toRow, TileCandidates found);

  /** The middle of where the cosine of a product must lie. */
  public final double rough(float product, int probe, float rowScale) {
    return (double) product * rowScale * scales[probe];
  }

  /** How far the cosine can be from {@link #rough}. */
  public final double radius(int probe, float rowResidual) {
    double error = errors[probe];
    return rowResidual * (1 + error) + error + SLACK;
  }
}
