package io.facestream.vision.picture;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** Turns pixels by quarters. */
public final class QuarterTurn {
  private QuarterTurn() {}

  /**
   * A turned copy.
   *
   * @param quarters clockwise, 1 to 3
   */
  public static Mat of(Mat pixels, int quarters) {
    int how =
        switch (quarters) {
          case 1 -> opencv_core.ROTATE_90_CLOCKWISE;
          case 2 -> opencv_core.ROTATE_180;
          case 3 -> opencv_core.ROTATE_90_COUNTERCLOCKWISE;
          default -> throw new IllegalArgumentException(quarters + " is no quarter turn");
        };
    Mat turned = new Mat();
    opencv_core.rotate(pixels, turned, how);
    return turned;
  }
}
