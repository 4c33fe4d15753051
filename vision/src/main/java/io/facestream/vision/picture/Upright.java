package io.facestream.vision.picture;

import io.facestream.vision.picture.file.Orientation;
import io.facestream.vision.picture.file.PictureSize;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** Turns pixels as the orientation of a picture says. */
public final class Upright {
  private static final int LEFT_TO_RIGHT = 1;

  private final Orientation orientation;

  public Upright(Orientation orientation) {
    this.orientation = orientation;
  }

  /** The size after turning. */
  public PictureSize size(PictureSize stored) {
    return orientation.swapsSides() ? new PictureSize(stored.height(), stored.width()) : stored;
  }

  /** The turned pixels, in place of those given, which are closed unless they are the same. */
  public Mat turn(Mat stored) {
    if (orientation.mirrored()) {
      opencv_core.flip(stored, stored, LEFT_TO_RIGHT);
    }
    if (orientation.quarterTurns() == 0) {
      return stored;
    }
    Mat turned = new Mat();
    opencv_core.rotate(stored, turned, orientation.quarterTurns() - 1);
    stored.close();
    return turned;
  }
}
