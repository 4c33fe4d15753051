package io.facestream.vision.builtin;

import io.facestream.vision.face.DetectedFace;
import io.facestream.vision.face.FaceDetector;
import io.facestream.vision.face.PixelBox;
import io.facestream.vision.picture.Picture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/** Faces by the frontal cascade, eyes by the eye cascade, the rest by proportion. */
final class CascadeDetector implements FaceDetector {

  private static final double SCALE_STEP = 1.15;
  private static final int LEAST_NEIGHBOURS = 3;

  /** Smaller faces are of no use to the descriptor, and looking for them takes most of the time. */
  private static final int LEAST_SIDE = 42;

  private final String modelId;
  private final int longSide;
  private final double minScore;
  private final CascadeClassifier faces;
  private final EyeFinder eyes;
  private final Mat grey = new Mat();
  private final Mat small = new Mat();

  CascadeDetector(
      String modelId,
      int longSide,
      double minScore,
      CascadeClassifier faces,
      CascadeClassifier eyes) {
    this.modelId = modelId;
    this.longSide = longSide;
    this.minScore = minScore;
    this.faces = faces;
    this.eyes = new EyeFinder(eyes);
  }

  @Override
  public String modelId() {
    return modelId;
  }

  @Override
  public List<DetectedFace> detect(Picture picture) {
    opencv_imgproc.cvtColor(picture.mat(), grey, opencv_imgproc.COLOR_BGR2GRAY);
    double scale = scale(picture.width(), picture.height());
    Mat searched = grey;
    if (scale < 1) {
      try (Size size =
          new Size(
              Math.max(1, (int) Math.round(picture.width() * scale)),
              Math.max(1, (int) Math.round(picture.height() * scale)))) {
        opencv_imgproc.resize(grey, small, size, 0, 0, opencv_imgproc.INTER_AREA);
      }
      searched = small;
    }
    return search(searched, scale);
  }

  private double scale(int width, int height) {
    return longSide == 0 ? 1 : Math.min(1, longSide / (double) Math.max(width, height));
  }

  private List<DetectedFace> search(Mat searched, double scale) {
    List<DetectedFace> found = new ArrayList<>();
    try (RectVector boxes = new RectVector();
        IntPointer neighbours = new IntPointer();
        Size least = new Size(LEAST_SIDE, LEAST_SIDE);
        Size most = new Size()) {
      faces.detectMultiScale2(
          searched, boxes, neighbours, SCALE_STEP, LEAST_NEIGHBOURS, 0, least, most);
      for (long i = 0; i < boxes.size(); i++) {
        float score = score(neighbours.get(i));
        if (score >= minScore) {
          found.add(face(boxes.get(i), scale, score));
        }
      }
    }
    found.sort(Comparator.comparingDouble(DetectedFace::score).reversed());
    return apart(found);
  }

  /** OpenCV joins equal boxes only; of boxes within each other the surest is kept. */
  private static List<DetectedFace> apart(List<DetectedFace> bySureness) {
    List<DetectedFace> kept = new ArrayList<>();
    for (DetectedFace face : bySureness) {
      if (kept.stream().noneMatch(k -> nested(k.box(), face.box()))) {
        kept.add(face);
      }
    }
    return kept;
  }

  private static boolean nested(PixelBox a, PixelBox b) {
    float share = a.overlap(b);
    float shared = share * (a.area() + b.area()) / (1 + share);
    return shared > 0.5f * Math.min(a.area(), b.area());
  }

  /** The more windows agree on a face, the surer it is: 3 give 0.6, 6 give 0.75, 18 give 0.9. */
  private static float score(int neighbours) {
    return neighbours / (neighbours + 2f);
  }

  private DetectedFace face(Rect box, double scale, float score) {
    float[] landmarks = eyes.landmarks(grey, scaled(box, scale));
    // The cascade's square reaches beyond the cheeks; YuNet's boxes are the yardstick.
    float x = (float) ((box.x() + 0.1 * box.width()) / scale);
    float y = (float) ((box.y() + 0.08 * box.height()) / scale);
    float width = (float) (0.8 * box.width() / scale);
    float height = (float) (0.98 * box.height() / scale);
    return new DetectedFace(new PixelBox(x, y, width, height), landmarks, score);
  }

  private static float[] scaled(Rect box, double scale) {
    return new float[] {
      (float) (box.x() / scale),
      (float) (box.y() / scale),
      (float) (box.width() / scale),
      (float) (box.height() / scale)
    };
  }

  @Override
  public void close() {
    eyes.close();
    faces.close();
    grey.close();
    small.close();
  }
}
