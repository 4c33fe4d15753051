package io.facestream.vision.quality;

/** What the gate measures of a face, in the order in which it refuses by it. */
public enum Measure {
  /** 1 when eyes, nose and mouth are within the picture, else 0. */
  WHOLE,
  /** Width of its box in the picture as published, pixels. */
  WIDTH,
  /** 1 when the nose stands in the middle of the eyes, 0 when at one, negative when beyond. */
  FRONTALITY,
  /** Mean brightness of the aligned face, 0…255. */
  BRIGHTNESS,
  /** Standard deviation of the brightness as a share of its mean. */
  CONTRAST,
  /** Share of fine detail in light and dark; 0 is none. */
  SHARPNESS
}
