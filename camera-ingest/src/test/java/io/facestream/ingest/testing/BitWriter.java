package io.facestream.ingest.testing;

import java.io.ByteArrayOutputStream;

/** Writes numbers as H.264 does (ITU-T H.264, 7.2 and 9.1). */
final class BitWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int current;
  private int used;

  /** {@code u(n)}: so many bits, the highest first. */
  BitWriter bits(int count, int value) {
    for (int i = count - 1; i >= 0; i--) {
      current = current << 1 | value >> i & 1;
      if (++used == Byte.SIZE) {
        bytes.write(current);
        current = 0;
        used = 0;
      }
    }
    return this;
  }

  /** {@code ue(v)}: each by its Exp-Golomb code. */
  BitWriter counts(int... values) {
    for (int value : values) {
      int length = Integer.SIZE - Integer.numberOfLeadingZeros(value + 1);
      bits(length - 1, 0).bits(length, value + 1);
    }
    return this;
  }

  /** {@code se(v)}. */
  BitWriter signed(int value) {
    return counts(value > 0 ? 2 * value - 1 : -2 * value);
  }

  BitWriter zerosToByte() {
    return used == 0 ? this : bits(Byte.SIZE - used, 0);
  }

  /** Whole bytes; only where a byte begins. */
  BitWriter raw(byte[] from, int offset, int count) {
    bytes.write(from, offset, count);
    return this;
  }

  /** All of it, ended as a NAL unit's payload is. */
  byte[] payload() {
    bits(1, 1).zerosToByte();
    return bytes.toByteArray();
  }
}
