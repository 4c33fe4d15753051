package io.facestream.evaluate.identification;

/**
 * Which galleries are drawn.
 *
 * @param people enrolled in each, at least 1
 * @param photosEach by which each is enrolled at most, at least 1
 * @param trials galleries, at least 1
 * @param seed equal seeds draw equal galleries
 */
public record GalleryPlan(int people, int photosEach, int trials, long seed) {
  /** Checks the ranges. */
  public GalleryPlan {
    if (people < 1 || photosEach < 1 || trials < 1) {
      throw new IllegalArgumentException(
          "A gallery has at least 1 person with 1 photo, and there is at least 1 gallery");
    }
  }

  /** Templates of each gallery, when everybody has photos enough. */
  public long templates() {
    return (long) people * photosEach;
  }
}
