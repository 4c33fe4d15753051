package io.facestream.vision.onnx;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import io.facestream.vision.face.DetectedFace;
import io.facestream.vision.picture.Picture;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Picture in, faces out, around YuNet: B, G, R in 0…255, sides padded to a multiple of 32. */
final class YuNetTranslator
    implements NoBatchifyTranslator<Picture, List<DetectedFace>>, AutoCloseable {
  private static final int[] STRIDES = {8, 16, 32};
  private static final int COARSEST = 32;

  /** As in YuNet's own evaluation and in OpenCV. */
  private static final double MAX_OVERLAP = 0.3;

  private final String model;
  private final int fixedSide;
  private final int longSide;
  private final YuNetDecoder decoder;
  private final PictureTensor tensor = new PictureTensor();
  private final Mat reduced = new Mat();
  private int tensorWidth;
  private int tensorHeight;
  private double scaleX;
  private double scaleY;

  YuNetTranslator(String model, int fixedSide, int longSide, double minScore) {
    this.model = model;
    this.fixedSide = fixedSide;
    boolean limitedByFile = fixedSide > 0 && (longSide <= 0 || longSide > fixedSide);
    this.longSide = limitedByFile ? fixedSide : longSide;
    this.decoder = new YuNetDecoder(minScore);
  }

  @Override
  public NDList processInput(TranslatorContext context, Picture picture) {
    Mat pixels = fit(picture.mat());
    scaleX = (double) picture.width() / pixels.cols();
    scaleY = (double) picture.height() / pixels.rows();
    tensorWidth = fixedSide > 0 ? fixedSide : roundUp(pixels.cols());
    tensorHeight = fixedSide > 0 ? fixedSide : roundUp(pixels.rows());
    FloatBuffer values = tensor.fill(pixels, tensorWidth, tensorHeight);
    return new NDList(
        context
            .getNDManager()
            .create(
                values.duplicate(), new Shape(1, 3, tensorHeight, tensorWidth), DataType.FLOAT32));
  }

  /** Reduces a picture that is larger than the detector takes; never enlarges. */
  private Mat fit(Mat pixels) {
    int longer = Math.max(pixels.cols(), pixels.rows());
    if (longSide <= 0 || longer <= longSide) {
      return pixels;
    }
    double factor = (double) longSide / longer;
    try (Size size =
        new Size(
            Math.max(1, (int) Math.round(pixels.cols() * factor)),
            Math.max(1, (int) Math.round(pixels.rows() * factor)))) {
      opencv_imgproc.resize(pixels, reduced, size, 0, 0, opencv_imgproc.INTER_AREA);
    }
    return reduced;
  }

  @Override
  public List<DetectedFace> processOutput(TranslatorContext context, NDList outputs) {
    List<DetectedFace> faces = new ArrayList<>();
    for (int stride : STRIDES) {
      int columns = tensorWidth / stride;
      YuNetGrid grid = new YuNetGrid(stride, columns * (tensorHeight / stride), outputs, model);
      decoder.addFaces(grid, columns, scaleX, scaleY, faces);
    }
    return NonMaximumSuppression.keepBest(faces, MAX_OVERLAP);
  }

  private static int roundUp(int pixels) {
    return (pixels + COARSEST - 1) / COARSEST * COARSEST;
  }

  @Override
  public void close() {
    tensor.close();
    reduced.close();
  }
}
