package io.facestream.vision.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Pictures of real people, changed: put small into a large frame, turned, cut, darkened. */
public final class Stage {
  private Stage() {}

  /** A photo reduced to a width, in the middle of a plain frame. */
  public static byte[] inFrame(
      Path photo, int photoWidth, int frameWidth, int frameHeight, String suffix)
      throws IOException {
    try (Mat whole = read(photo);
        Mat small = new Mat();
        Size size = new Size(photoWidth, photoWidth * whole.rows() / whole.cols());
        Scalar plain = new Scalar(100, 110, 120, 0);
        Mat frame = new Mat(frameHeight, frameWidth, opencv_core.CV_8UC3, plain)) {
      opencv_imgproc.resize(whole, small, size, 0, 0, opencv_imgproc.INTER_AREA);
      int left = (frameWidth - small.cols()) / 2;
      int top = (frameHeight - small.rows()) / 2;
      try (Rect middle = new Rect(left, top, small.cols(), small.rows());
          Mat place = new Mat(frame, middle)) {
        small.copyTo(place);
      }
      return encode(frame, suffix);
    }
  }

  /** The pixels of a photo, the caller's to close. */
  public static Mat read(Path photo) throws IOException {
    byte[] bytes = Files.readAllBytes(photo);
    try (BytePointer pointer = new BytePointer(bytes);
        Mat raw = new Mat(1, bytes.length, opencv_core.CV_8UC1, pointer)) {
      return opencv_imgcodecs.imdecode(raw, opencv_imgcodecs.IMREAD_COLOR);
    }
  }

  /** Encoded by the file suffix: JPEG at quality 95, or PNG. */
  public static byte[] encode(Mat pixels, String suffix) {
    try (BytePointer encoded = new BytePointer();
        IntPointer quality =
            suffix.equals(".jpg")
                ? new IntPointer(opencv_imgcodecs.IMWRITE_JPEG_QUALITY, 95)
                : new IntPointer()) {
      opencv_imgcodecs.imencode(suffix, pixels, encoded, quality);
      byte[] bytes = new byte[(int) encoded.limit()];
      encoded.get(bytes);
      return bytes;
    }
  }
}
