package io.facestream.vision.face;

/**
 * A rectangle in pixels; may stick out of it.
 *
 * @param x left edge
 * @param y top edge
 * @param width pixels
 * @param height pixels
 */
public record PixelBox(float x, float y, float width, float height) {

  /** The same place in a picture that is larger by a factor. */
  PixelBox scaled(float factor) {
    return new PixelBox(x * factor, y * factor, width * factor, height * factor);
  }

  /** In pixels². */
  public float area() {
    return width * height;
  }

  /** Intersection over union with another box, 0…1. */
  public float overlap(PixelBox other) {
    float w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
    float h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
    if (w <= 0 || h <= 0) {
      return 0;
    }
    float shared = w * h;
    return shared / (area() + other.area() - shared);
  }
}
