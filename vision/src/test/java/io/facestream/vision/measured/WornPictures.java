package io.facestream.vision.measured;

import java.util.Random;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point2f;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Makes of a portrait what a camera in the field makes of a face: smaller, softer, tilted, darker
 * or lighter, and compressed.
 */
final class WornPictures {
  private final Random random;

  /** The same pictures for the same seed. */
  WornPictures(long seed) {
    this.random = new Random(seed);
  }

  /** A worn copy, as JPEG. */
  byte[] of(byte[] portrait) {
    try (Mat encoded = new Mat(new BytePointer(portrait), false);
        Mat whole = opencv_imgcodecs.imdecode(encoded, opencv_imgcodecs.IMREAD_COLOR);
        Mat worn = new Mat()) {
      double scale = between(0.35, 1);
      opencv_imgproc.resize(whole, worn, new Size(), scale, scale, opencv_imgproc.INTER_AREA);
      double blur = between(0.01, 1.6) * scale;
      opencv_imgproc.GaussianBlur(worn, worn, new Size(0, 0), blur);
      tilt(worn, random.nextGaussian() * 8);
      worn.convertTo(worn, -1, between(0.6, 1.3), 0);
      return jpeg(worn, 25 + random.nextInt(60));
    }
  }

  private static void tilt(Mat picture, double degrees) {
    try (Point2f middle = new Point2f(picture.cols() / 2f, picture.rows() / 2f);
        Mat turn = opencv_imgproc.getRotationMatrix2D(middle, degrees, 1)) {
      opencv_imgproc.warpAffine(picture, picture, turn, picture.size());
    }
  }

  private static byte[] jpeg(Mat picture, int quality) {
    try (BytePointer encoded = new BytePointer();
        IntPointer settings = new IntPointer(opencv_imgcodecs.IMWRITE_JPEG_QUALITY, quality)) {
      opencv_imgcodecs.imencode(".jpg", picture, encoded, settings);
      byte[] bytes = new byte[(int) encoded.limit()];
      encoded.get(bytes);
      return bytes;
    }
  }

  private double between(double least, double most) {
    return least + (most - least) * random.nextDouble();
  }
}
