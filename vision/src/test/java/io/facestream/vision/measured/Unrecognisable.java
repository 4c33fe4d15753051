package io.facestream.vision.measured;

import io.facestream.vision.Vision;
import io.facestream.vision.face.FaceAligner;
import io.facestream.vision.face.FaceEmbedder;
import io.facestream.vision.finder.FaceFinder;
import io.facestream.vision.finder.FinderOptions;
import io.facestream.vision.finder.FoundFace;
import io.facestream.vision.quality.QualityThresholds;
import io.facestream.vision.testing.Central;
import io.facestream.vision.testing.TestFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Where an embedder puts faces that nobody could recognise: the centroid of the embeddings of faces
 * of seven by seven pixels. Recognisability is the distance from it (arXiv 2106.04112).
 */
final class Unrecognisable {
  private static final int CROP = 112;
  private static final int PIXELS_LEFT = 7;

  private Unrecognisable() {}

  /** A unit vector. */
  static float[] centroid(String pack, String folder) throws Exception {
    double[] sum = null;
    try (Vision vision = Vision.open(pack, TestFiles.models());
        FaceFinder finder =
            vision.newFinder(
                FinderOptions.forVideo(vision.pack()).withQuality(QualityThresholds.none()));
        FaceEmbedder embedder = vision.newEmbedder();
        Stream<Path> files = Files.walk(TestFiles.data(folder))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jpg")).sorted().toList()) {
        FoundFace face = Central.faceOf(finder.find(Files.readAllBytes(file)));
        float[] embedding = embedder.embed(List.of(washedOut(face.crop())))[0];
        sum = sum == null ? new double[embedding.length] : sum;
        for (int i = 0; i < sum.length; i++) {
          sum[i] += embedding[i];
        }
      }
    }
    return unit(sum);
  }

  private static byte[] washedOut(byte[] crop) {
    try (Mat whole = new Mat(CROP, CROP, opencv_core.CV_8UC3, new BytePointer(crop));
        Mat small = new Mat();
        Mat back = new Mat()) {
      Size few = new Size(PIXELS_LEFT, PIXELS_LEFT);
      opencv_imgproc.resize(whole, small, few, 0, 0, opencv_imgproc.INTER_AREA);
      opencv_imgproc.resize(small, back, whole.size(), 0, 0, opencv_imgproc.INTER_LINEAR);
      byte[] bytes = new byte[FaceAligner.CROP_BYTES];
      back.data().get(bytes);
      return bytes;
    }
  }

  private static float[] unit(double[] vector) {
    double squares = 0;
    for (double value : vector) {
      squares += value * value;
    }
    float[] unit = new float[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (vector[i] / Math.sqrt(squares));
    }
    return unit;
  }
}
