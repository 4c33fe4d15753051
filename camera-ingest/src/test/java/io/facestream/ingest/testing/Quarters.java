package io.facestream.ingest.testing;

import io.facestream.vision.picture.DecodeOptions;
import io.facestream.vision.picture.Picture;
import io.facestream.vision.picture.file.UnreadablePictureException;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;

/** A picture of four plain quarters, black, dark, light and white: which way up it is shows. */
public final class Quarters {
  public static final int WIDTH = 96;
  public static final int HEIGHT = 64;

  /** Of the quarters, clockwise from the top left. */
  private static final int[] GREYS = {0, 80, 160, 240};

  private Quarters() {}

  /** Encoded as {@code .jpg}, {@code .png} or {@code .webp}. */
  public static byte[] encode(String ending) {
    try (Mat mat = new Mat(HEIGHT, WIDTH, opencv_core.CV_8UC3);
        BytePointer bytes = new BytePointer()) {
      for (int quarter = 0; quarter < GREYS.length; quarter++) {
        int x = quarter == 1 || quarter == 2 ? WIDTH / 2 : 0;
        int y = quarter / 2 * HEIGHT / 2;
        mat.apply(new Rect(x, y, WIDTH / 2, HEIGHT / 2)).put(Scalar.all(GREYS[quarter]));
      }
      opencv_imgcodecs.imencode(ending, mat, bytes);
      byte[] encoded = new byte[(int) bytes.limit()];
      bytes.get(encoded);
      return encoded;
    }
  }

  /**
   * How the job sees a picture: width, height, and the numbers of the quarters clockwise from the
   * top left, such as {@code 96x64 0123} for the picture as it is drawn.
   */
  public static String seen(byte[] encoded) throws UnreadablePictureException {
    try (Picture picture = Picture.decode(encoded, DecodeOptions.fullSize())) {
      int right = picture.width() * 3 / 4;
      int bottom = picture.height() * 3 / 4;
      int left = picture.width() / 4;
      int top = picture.height() / 4;
      return picture.width()
          + "x"
          + picture.height()
          + " "
          + quarter(picture, left, top)
          + quarter(picture, right, top)
          + quarter(picture, right, bottom)
          + quarter(picture, left, bottom);
    }
  }

  private static int quarter(Picture picture, int x, int y) {
    return ((picture.mat().ptr(y, x).get(1) & 0xFF) + 40) / 80;
  }
}
