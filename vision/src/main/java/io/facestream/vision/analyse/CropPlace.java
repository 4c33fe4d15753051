package io.facestream.vision.analyse;

import io.facestream.vision.face.PixelBox;
import io.facestream.vision.packs.CropShape;

/**
 * Where a crop lies in a picture, in its decoded pixels.
 *
 * @param left may be outside, for a square
 * @param top may be outside, for a square
 * @param width at least 1
 * @param height at least 1
 * @param reached how large it is, in boxes
 */
record CropPlace(int left, int top, int width, int height, double reached) {

  /** The whole of a crop in a picture of this size, with a box in the same pixels. */
  static CropPlace of(CropShape shape, PixelBox box, int pictureWidth, int pictureHeight) {
    return switch (shape.kind()) {
      case SQUARE -> square(shape.factor(), box, Math.max(pictureWidth, pictureHeight));
      case SURROUNDINGS -> surroundings(shape.factor(), box, pictureWidth, pictureHeight);
    };
  }

  /** No larger than two pictures, whatever a detector reads into one: the rest would be black. */
  private static CropPlace square(double factor, PixelBox box, int longSide) {
    double wanted = factor * Math.max(box.width(), box.height());
    int side = (int) Math.max(1, Math.min(2L * longSide, Math.round(wanted)));
    double half = Math.min(wanted / 2, longSide);
    return new CropPlace(
        (int) Math.round(middleX(box) - half),
        (int) Math.round(middleY(box) - half),
        side,
        side,
        factor);
  }

  private static CropPlace surroundings(double factor, PixelBox box, int width, int height) {
    double room = Math.min((width - 1) / box.width(), (height - 1) / box.height());
    double reached = Math.min(factor, room);
    int left = inside(middleX(box), box.width() * reached, width);
    int top = inside(middleY(box), box.height() * reached, height);
    int right = (int) Math.min(width - 1, left + box.width() * reached);
    int bottom = (int) Math.min(height - 1, top + box.height() * reached);
    return new CropPlace(left, top, right - left + 1, bottom - top + 1, reached);
  }

  /** The beginning of a stretch around a middle, shifted so that it lies in 0…most−1. */
  private static int inside(double middle, double length, int most) {
    double begin = Math.min(middle - length / 2, most - 1 - length);
    return (int) Math.max(0, begin);
  }

  private static double middleX(PixelBox box) {
    return box.x() + box.width() / 2.0;
  }

  private static double middleY(PixelBox box) {
    return box.y() + box.height() / 2.0;
  }
}
