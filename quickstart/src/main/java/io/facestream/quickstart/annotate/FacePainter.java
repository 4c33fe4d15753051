package io.facestream.quickstart.annotate;

import static org.bytedeco.opencv.global.opencv_imgproc.FILLED;
import static org.bytedeco.opencv.global.opencv_imgproc.FONT_HERSHEY_SIMPLEX;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_AA;
import static org.bytedeco.opencv.global.opencv_imgproc.circle;
import static org.bytedeco.opencv.global.opencv_imgproc.getTextSize;
import static org.bytedeco.opencv.global.opencv_imgproc.putText;
import static org.bytedeco.opencv.global.opencv_imgproc.rectangle;

import io.facestream.wire.Box;
import io.facestream.wire.Face;
import io.facestream.wire.Point;
import io.facestream.wire.Verdict;
import java.util.Locale;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Draws a verdict's faces: box, landmarks, and who it is or why it is nobody. */
final class FacePainter {
  /** Pictures of this width get lines of one pixel and the smallest readable letters. */
  private static final double BASE_WIDTH = 640;

  private static final double BASE_LETTERS = 0.42;
  private static final int PADDING = 3;

  private final Mat picture;
  private final int stroke;
  private final double letters;

  FacePainter(Mat picture) {
    this.picture = picture;
    double scale = Math.max(1, picture.cols() / BASE_WIDTH);
    this.stroke = (int) Math.max(1, Math.round(scale));
    this.letters = BASE_LETTERS * scale;
  }

  /** Draws all faces, and a line about the frame into the lower left corner. */
  void paint(Verdict verdict) {
    for (Face face : verdict.faces()) {
      paint(face);
    }
    String caption =
        String.format(
            Locale.ROOT,
            "%s  frame %d  %s",
            verdict.cameraId(),
            verdict.frame().sequence(),
            verdict.outcome().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
    label(caption, 0, picture.rows(), Ink.CAPTION);
  }

  private void paint(Face face) {
    Ink ink = Ink.of(face);
    Box box = face.box();
    int x = (int) Math.round(box.x() * picture.cols());
    int y = (int) Math.round(box.y() * picture.rows());
    int width = (int) Math.round(box.width() * picture.cols());
    int height = (int) Math.round(box.height() * picture.rows());
    try (Rect frame = new Rect(x, y, width, height);
        Scalar colour = ink.colour()) {
      rectangle(picture, frame, colour, stroke, LINE_AA, 0);
      for (Point landmark : face.landmarks()) {
        dot(landmark, colour);
      }
    }
    label(FaceLabel.of(face), x, y, ink);
  }

  private void dot(Point landmark, Scalar colour) {
    try (var centre =
        new org.bytedeco.opencv.opencv_core.Point(
            (int) Math.round(landmark.x() * picture.cols()),
            (int) Math.round(landmark.y() * picture.rows()))) {
      circle(picture, centre, stroke + 1, colour, FILLED, LINE_AA, 0);
    }
  }

  /** Writes upon a filled strip whose lower left corner is (x, y), moved into the picture. */
  private void label(String text, int x, int y, Ink ink) {
    try (IntPointer baseline = new IntPointer(1L);
        Size size = getTextSize(text, FONT_HERSHEY_SIMPLEX, letters, stroke, baseline);
        Scalar strip = ink.colour();
        Scalar letterColour = ink.letters()) {
      int height = size.height() + baseline.get() + PADDING;
      int left = Math.max(0, Math.min(x, picture.cols() - size.width() - 2 * PADDING));
      int bottom = Math.max(height, Math.min(y, picture.rows()));
      try (Rect area = new Rect(left, bottom - height, size.width() + 2 * PADDING, height);
          var origin =
              new org.bytedeco.opencv.opencv_core.Point(left + PADDING, bottom - baseline.get())) {
        rectangle(picture, area, strip, FILLED, LINE_AA, 0);
        putText(
            picture,
            text,
            origin,
            FONT_HERSHEY_SIMPLEX,
            letters,
            letterColour,
            stroke,
            LINE_AA,
            false);
      }
    }
  }
}
