package io.facestream.vision.onnx;

import io.facestream.vision.face.DetectedFace;
import io.facestream.vision.face.PixelBox;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * Turns the answers of one of YuNet's three grids into faces, as OpenCV's FaceDetectorYN does (Y.
 * Feng et al., "Detect Faces Efficiently", 2021): each cell predicts a centre relative to itself,
 * the logarithm of a size, and five points, all in units of the cell.
 */
final class YuNetDecoder {
  private static final int LANDMARKS = 10;

  private final double minScore;

  YuNetDecoder(double minScore) {
    this.minScore = minScore;
  }

  /** Cell numbers whose score reaches the minimum go to {@code decode}; most grids have none. */
  void addFaces(
      YuNetGrid grid, int columns, double scaleX, double scaleY, List<DetectedFace> faces) {
    FloatBuffer cls = grid.cls();
    FloatBuffer obj = grid.obj();
    FloatBuffer boxes = null;
    FloatBuffer points = null;
    for (int cell = 0; cell < cls.limit(); cell++) {
      double score = Math.sqrt(clamp(cls.get(cell)) * clamp(obj.get(cell)));
      if (score >= minScore) {
        boxes = boxes == null ? grid.bbox() : boxes;
        points = points == null ? grid.kps() : points;
        faces.add(face((float) score, cell, columns, grid.stride(), boxes, points, scaleX, scaleY));
      }
    }
  }

  private static DetectedFace face(
      float score,
      int cell,
      int columns,
      int stride,
      FloatBuffer boxes,
      FloatBuffer points,
      double scaleX,
      double scaleY) {
    int column = cell % columns;
    int row = cell / columns;
    double unitX = stride * scaleX;
    double unitY = stride * scaleY;
    double width = Math.exp(boxes.get(4 * cell + 2)) * unitX;
    double height = Math.exp(boxes.get(4 * cell + 3)) * unitY;
    double centreX = (column + boxes.get(4 * cell)) * unitX;
    double centreY = (row + boxes.get(4 * cell + 1)) * unitY;
    float[] landmarks = new float[LANDMARKS];
    for (int i = 0; i < LANDMARKS; i += 2) {
      landmarks[i] = (float) ((points.get(LANDMARKS * cell + i) + column) * unitX);
      landmarks[i + 1] = (float) ((points.get(LANDMARKS * cell + i + 1) + row) * unitY);
    }
    PixelBox box =
        new PixelBox(
            (float) (centreX - width / 2),
            (float) (centreY - height / 2),
            (float) width,
            (float) height);
    return new DetectedFace(box, landmarks, score);
  }

  private static double clamp(float value) {
    return Math.min(1, Math.max(0, value));
  }
}
