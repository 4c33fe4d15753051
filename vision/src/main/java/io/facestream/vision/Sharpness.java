package io.facestream.vision;

/** How much detail an aligned face holds. */
final class Sharpness {
  private Sharpness() {}
}
