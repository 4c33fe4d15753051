package io.facestream.tracking;

/** Pearson's correlation of grey values, gathered row by row; exact until the last step. */
final class Correlation {
  private long count;
  private long sumA;
  private long sumB;
  private long squaresA;
  private long squaresB;
  private long products;

  /** Adds unsigned bytes from a place on in either array. */
  void add(byte[] a, int fromA, byte[] b, int fromB, int length) {
    for (int i = 0; i < length; i++) {
      int x = a[fromA + i] & 0xFF;
      int y = b[fromB + i] & 0xFF;
      sumA += x;
      sumB += y;
      squaresA += (long) x * x;
      squaresB += (long) y * y;
      products += (long) x * y;
    }
    count += length;
  }

  /** −1…1; 1 of two that are flat, 0 when one is. */
  double value() {
    long spreadA = count * squaresA - sumA * sumA;
    long spreadB = count * squaresB - sumB * sumB;
    if (spreadA == 0 || spreadB == 0) {
      return spreadA == spreadB ? 1 : 0;
    }
    return (count * products - sumA * sumB) / Math.sqrt((double) spreadA * spreadB);
  }
}
