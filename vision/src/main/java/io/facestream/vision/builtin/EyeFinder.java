package io.facestream.vision.builtin;

import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/**
 * Five landmarks for a face box: eyes where the eye cascade sees them, else where they usually are;
 * nose and mouth by the proportions of ArcFace's template.
 */
final class EyeFinder implements AutoCloseable {

  /** The face is brought to this size, so that eyes have one size for the cascade. */
  private static final int SIDE = 128;

  private static final double SCALE_STEP = 1.1;
  private static final int LEAST_NEIGHBOURS = 2;

  /** Where eyes usually are in a box of the frontal cascade, as shares of its side. */
  private static final float EYE_X = 0.305f;

  private static final float EYE_Y = 0.385f;

  /** Farther from the usual place, an eye is a brow, a nostril or a lens rim. */
  private static final float MOST_OFF = 0.09f;

  private final CascadeClassifier cascade;
  private final Mat patch = new Mat();

  EyeFinder(CascadeClassifier cascade) {
    this.cascade = cascade;
  }

  /**
   * Finds the landmarks.
   *
   * @param grey the whole picture, one byte per pixel
   * @param box x, y, width, height of the cascade's square in pixels
   * @return {@code float[10]} in pixels of the picture
   */
  float[] landmarks(Mat grey, float[] box) {
    float[] left = {EYE_X, EYE_Y};
    float[] right = {1 - EYE_X, EYE_Y};
    int x = Math.max(0, Math.round(box[0]));
    int y = Math.max(0, Math.round(box[1]));
    int width = Math.min(Math.round(box[2]), grey.cols() - x);
    int height = Math.min(Math.round(box[3]), grey.rows() - y);
    try (Rect area = new Rect(x, y, width, height);
        Mat face = new Mat(grey, area);
        Size size = new Size(SIDE, SIDE)) {
      opencv_imgproc.resize(face, patch, size, 0, 0, opencv_imgproc.INTER_LINEAR);
      opencv_imgproc.equalizeHist(patch, patch);
      float[] foundLeft = eye(left);
      float[] foundRight = eye(right);
      settle(left, foundLeft, right, foundRight);
    }
    return template(
        x + left[0] * width, y + left[1] * height, x + right[0] * width, y + right[1] * height);
  }

  /** One eye seen tells where the other is, for both sit on one head. */
  private static void settle(float[] left, float[] seenLeft, float[] right, float[] seenRight) {
    if (seenLeft != null) {
      left[0] = seenLeft[0];
      left[1] = seenLeft[1];
      if (seenRight == null) {
        right[0] = 1 - seenLeft[0];
        right[1] = seenLeft[1];
      }
    }
    if (seenRight != null) {
      right[0] = seenRight[0];
      right[1] = seenRight[1];
      if (seenLeft == null) {
        left[0] = 1 - seenRight[0];
        left[1] = seenRight[1];
      }
    }
  }

  /** The eye that most windows agree on near its usual place, or null. */
  private float[] eye(float[] usual) {
    int reach = (int) (0.24f * SIDE);
    int fromX = Math.max(0, (int) (usual[0] * SIDE) - reach);
    int fromY = Math.max(0, (int) (usual[1] * SIDE) - reach);
    float[] best = null;
    int most = 0;
    try (Rect area = new Rect(fromX, fromY, 2 * reach, 2 * reach);
        Mat part = new Mat(patch, area);
        RectVector eyes = new RectVector();
        IntPointer neighbours = new IntPointer();
        Size least = new Size(22, 22);
        Size largest = new Size(52, 52)) {
      cascade.detectMultiScale2(
          part, eyes, neighbours, SCALE_STEP, LEAST_NEIGHBOURS, 0, least, largest);
      for (long i = 0; i < eyes.size(); i++) {
        Rect eye = eyes.get(i);
        float ex = (fromX + eye.x() + eye.width() / 2f) / SIDE;
        float ey = (fromY + eye.y() + eye.height() / 2f) / SIDE;
        boolean near = Math.hypot(ex - usual[0], ey - usual[1]) <= MOST_OFF;
        if (near && neighbours.get(i) > most) {
          most = neighbours.get(i);
          best = new float[] {ex, ey};
        }
      }
    }
    return best;
  }

  /** Continues ArcFace's template from its eyes (38.3, 51.7) and (73.5, 51.5). */
  private static float[] template(float lx, float ly, float rx, float ry) {
    float ax = rx - lx;
    float ay = ry - ly;
    float cx = (lx + rx) / 2;
    float cy = (ly + ry) / 2;
    float[] across = {0.003f, -0.408f, 0.42f};
    float[] down = {0.571f, 1.157f, 1.152f};
    float[] marks = new float[10];
    marks[0] = lx;
    marks[1] = ly;
    marks[2] = rx;
    marks[3] = ry;
    for (int i = 0; i < 3; i++) {
      marks[4 + 2 * i] = cx + across[i] * ax - down[i] * ay;
      marks[5 + 2 * i] = cy + across[i] * ay + down[i] * ax;
    }
    return marks;
  }

  @Override
  public void close() {
    cascade.close();
    patch.close();
  }
}
