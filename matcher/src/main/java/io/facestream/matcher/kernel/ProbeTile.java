package io.facestream.matcher.kernel;

import io.facestream.matcher.store.NativeMemory;
import io.facestream.matcher.store.Quantizer;
import java.nio.ByteBuffer;
import java.util.function.ToLongFunction;

/**
 * Some probes, ready to be compared with block after block.
 *
 * <p>A probe x̂ = x/|x| is held as scale · p + r with p in int8 and |r| ≤ error; a row ŷ as s · q +
 * r′ with |r′| ≤ ρ, once with its coarse code q = 2·h − 15 and once with its int8 code. Since x̂·ŷ
 * − scale·s·⟨p,q⟩ = r·(s·q) + x̂·r′ and |s·q| ≤ 1 + ρ, Cauchy–Schwarz gives
 *
 * <pre>|cosine − scale·s·⟨p,q⟩| ≤ error·(1 + ρ) + ρ = ρ·(1 + error) + error</pre>
 *
 * <p>so the cosine can reach t only if s·⟨p,q⟩ + ρ·slope ≥ floor, with slope = (1 + error)/scale
 * and floor = (t − error − slack)/scale: two multiply-adds and a comparison, the same at both
 * levels. The products themselves are integers: ⟨p, 2·h − 15⟩ = 2·⟨p,h⟩ − 15·Σp, and the int8
 * product is 16·⟨p,h⟩ + ⟨p,l⟩ − 128·Σp; they become floats only when they are whole.
 *
 * <p>Its memory, for {@code lanes} probes, is what {@code probes_at} of {@code jni.c} reads:
 * slopes, floors and Σp, four bytes each; codes, a row per probe; codes packed by groups of 16
 * probes, four components of each side by side; and room to unpack 32 rows. Then the probes in
 * fp32.
 */
public final class ProbeTile implements AutoCloseable {
  /** Most probes to a tile: an entry of {@link Survivors} has eight bits for them. */
  public static final int MOST = 256;

  /**
   * Covers the rounding of the test itself in fp32: seven operations on terms below 4, each off by
   * at most 2⁻²⁴ of its result, make less than 2⁻¹⁹.
   */
  public static final double SLACK = 0x1p-19;

  private static final int GROUP = 16;
  private static final int FOUR = 4;
  private static final int ROWS_UNPACKED = 32;

  private final int lanes;
  private final int stride;
  private final NativeMemory memory;
  private final NativeMemory exact;
  private final Quantizer quantizer;
  private final float[] scales;
  private final float[] errors;
  private final int codesAt;
  private final int packedAt;
  private int first;
  private int count;
  private long address;
  private long exactAddress;

  /**
   * @param most probes that it must have room for, at most {@link #MOST}
   */
  public ProbeTile(int most, int stride) {
    this.lanes = (most + GROUP - 1) / GROUP * GROUP;
    this.stride = stride;
    this.codesAt = lanes * (2 * Float.BYTES + Integer.BYTES);
    this.packedAt = codesAt + lanes * stride;
    this.memory = NativeMemory.allocate(packedAt + (lanes + ROWS_UNPACKED) * stride);
    this.exact = NativeMemory.allocate(lanes * stride * Float.BYTES);
    this.quantizer = new Quantizer(stride);
    this.scales = new float[lanes];
    this.errors = new float[lanes];
  }

  /** Takes probes {@code from} (inclusive) to {@code to} (exclusive) of a batch. */
  public void load(Probes probes, int from, int to) {
    first = from;
    count = to - from;
    ByteBuffer all = memory.buffer();
    for (int i = 0; i < lanes; i++) {
      putFloor(i, Float.POSITIVE_INFINITY);
      putSlope(i, 0);
    }
    for (int i = 0; i < count; i++) {
      int probe = from + i;
      quantizer.quantize(
          probes.scaled(), probes.start(probe), probes.dimension(), probes.norm(probe));
      hold(i, quantizer);
      exact
          .buffer()
          .position(i * stride * Float.BYTES)
          .asFloatBuffer()
          .put(probes.scaled(), probes.start(probe), stride);
    }
    for (int i = count; i < (count + GROUP - 1) / GROUP * GROUP; i++) {
      byte[] nothing = new byte[stride];
      all.put(codesAt + i * stride, nothing);
      pack(i, nothing);
      putSum(i, 0);
    }
  }

  private void hold(int i, Quantizer quantized) {
    byte[] codes = quantized.codes();
    memory.buffer().put(codesAt + i * stride, codes);
    pack(i, codes);
    int sum = 0;
    for (byte code : codes) {
      sum += code;
    }
    putSum(i, sum);
    scales[i] = quantized.scale();
    errors[i] = quantized.residual();
    putSlope(i, Math.nextUp((1 + errors[i]) / scales[i]));
    putFloor(i, Float.NEGATIVE_INFINITY);
  }

  private void pack(int i, byte[] codes) {
    int group = packedAt + i / GROUP * GROUP * stride;
    for (int k = 0; k < stride; k += FOUR) {
      memory.buffer().put(group + k * GROUP + i % GROUP * FOUR, codes, k, FOUR);
    }
  }

  private void putSlope(int i, float slope) {
    memory.buffer().putFloat(i * Float.BYTES, slope);
  }

  private void putFloor(int i, float floor) {
    memory.buffer().putFloat((lanes + i) * Float.BYTES, floor);
  }

  private void putSum(int i, int sum) {
    memory.buffer().putInt((2 * lanes + i) * Float.BYTES, sum);
  }

  float slope(int i) {
    return memory.buffer().getFloat(i * Float.BYTES);
  }

  float floor(int i) {
    return memory.buffer().getFloat((lanes + i) * Float.BYTES);
  }

  int sum(int i) {
    return memory.buffer().getInt((2 * lanes + i) * Float.BYTES);
  }

  /**
   * @param codes {@code byte[stride]}
   */
  void codes(int i, byte[] codes) {
    memory.buffer().get(codesAt + i * stride, codes);
  }

  /** {@code float[lanes * stride]}: the probes as they came, scaled. */
  ByteBuffer exact() {
    return exact.buffer();
  }

  /** The tile's first probe in its batch. */
  public int first() {
    return first;
  }

  public int count() {
    return count;
  }

  /** Probes it has room for, a multiple of 16. */
  public int lanes() {
    return lanes;
  }

  public int stride() {
    return stride;
  }

  /** From now on rows whose cosine to this probe is below are left out. */
  public void requireAtLeast(int probe, double cosine) {
    putFloor(probe, Math.nextDown((float) ((cosine - errors[probe] - SLACK) / scales[probe])));
  }

  /** The middle of where the cosine of an int8 product must lie. */
  public double rough(int product, int probe, float rowScale) {
    return (double) product * rowScale * scales[probe];
  }

  /** How far the cosine can be from {@link #rough}. */
  public double radius(int probe, float rowResidual) {
    double error = errors[probe];
    return rowResidual * (1 + error) + error + SLACK;
  }

  public long address(ToLongFunction<ByteBuffer> addressOf) {
    if (address == 0) {
      address = addressOf.applyAsLong(memory.buffer());
    }
    return address;
  }

  /** Where a probe's fp32 components start. */
  public long exactAddress(int probe, ToLongFunction<ByteBuffer> addressOf) {
    if (exactAddress == 0) {
      exactAddress = addressOf.applyAsLong(exact.buffer().position(0));
    }
    return exactAddress + (long) probe * stride * Float.BYTES;
  }

  @Override
  public void close() {
    memory.close();
    exact.close();
  }
}
