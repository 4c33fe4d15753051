package io.facestream.vision.onnx;

import java.util.List;

/** How the bytes of a pixel become the numbers that a network was trained with. */
final class PixelLevels {
  private static final int LEVELS = 256;

  private PixelLevels() {}

  /** Which of a pixel's bytes B, G, R goes to which channel of the tensor. */
  static int[] bytes(String colourOrder) {
    return switch (colourOrder) {
      case "RGB" -> new int[] {2, 1, 0};
      case "BGR" -> new int[] {0, 1, 2};
      default -> throw new IllegalArgumentException("Unknown colour order " + colourOrder);
    };
  }

  /** {@code [channel of the tensor][byte]}: (byte × scale − mean) / std. */
  static float[][] scaled(double scale, List<Double> mean, List<Double> std) {
    float[][] scaled = new float[mean.size()][LEVELS];
    for (int c = 0; c < scaled.length; c++) {
      for (int value = 0; value < LEVELS; value++) {
        scaled[c][value] = (float) ((value * scale - mean.get(c)) / std.get(c));
      }
    }
    return scaled;
  }
}
