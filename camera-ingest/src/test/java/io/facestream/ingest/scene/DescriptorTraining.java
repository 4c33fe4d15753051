package io.facestream.ingest.scene;

import io.facestream.vision.builtin.CascadeModel;
import io.facestream.vision.builtin.generator.DescriptorNetwork;
import io.facestream.vision.face.DetectedFace;
import io.facestream.vision.face.FaceAligner;
import io.facestream.vision.face.FaceDetector;
import io.facestream.vision.face.FaceEmbedder;
import io.facestream.vision.face.LoadedDetector;
import io.facestream.vision.face.LoadedEmbedder;
import io.facestream.vision.onnx.ArcFace;
import io.facestream.vision.onnx.OnnxModel;
import io.facestream.vision.packs.DetectorModel;
import io.facestream.vision.packs.EmbedderModel;
import io.facestream.vision.picture.DecodeOptions;
import io.facestream.vision.picture.Picture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Learns the projection of the builtin descriptor from drawn people, none of them in the palette:
 * the same detector, alignment and features as in use, so that their errors are learnt as well.
 *
 * <p>Run with the path of {@code projection.bin}, which lies with the tests of vision, after a
 * change of faces, filters or detector; then have {@code DescriptorFileTest} there write the
 * network anew.
 */
final class DescriptorTraining {

  private static final int PEOPLE = 360;
  private static final int VIEWS = 9;
  private static final int WIDTH = 480;
  private static final int HEIGHT = 360;

  private final FaceDetector detector;
  private final FaceEmbedder features;
  private final FaceAligner aligner = new FaceAligner();
  private final int[] room;

  private DescriptorTraining(FaceDetector detector, FaceEmbedder features) {
    this.detector = detector;
    this.features = features;
    this.room = new Room(new Dice(11), WIDTH / (float) HEIGHT).paint(WIDTH, HEIGHT);
  }

  public static void main(String[] args) throws Exception {
    EmbedderModel manifest =
        new EmbedderModel(
            "builtin-features",
            "features",
            DescriptorNetwork.FEATURES,
            List.of(),
            "RGB",
            List.of(0.0, 0.0, 0.0),
            List.of(255.0, 255.0, 255.0),
            null);
    try (LoadedDetector cascade =
            CascadeModel.load(new DetectorModel("builtin-cascade", "cascade", List.of(), 0));
        FaceDetector detector = cascade.newDetector(640, 0.6);
        LoadedEmbedder network =
            ArcFace.load(
                OnnxModel.load(DescriptorNetwork.featuresOnnx(), "features"), manifest, 0);
        FaceEmbedder features = network.newEmbedder()) {
      new DescriptorTraining(detector, features).learn().write(Path.of(args[0]));
    }
  }

  private Discriminant learn() throws Exception {
    List<List<float[]>> people = new ArrayList<>();
    int missed = 0;
    for (int i = 0; i < PEOPLE; i++) {
      List<float[]> views = views(1_000_000 + i);
      missed += VIEWS - views.size();
      if (views.size() >= 3) {
        people.add(views);
      }
    }
    System.out.println(people.size() + " people, " + missed + " views without a face");
    return Discriminant.of(people, DescriptorNetwork.FEATURES);
  }

  private List<float[]> views(long seed) throws Exception {
    Actor actor = new Actor(new Person("p", "P", false), LookGenerator.look(Genes.random(seed)));
    Dice dice = new Dice(seed, 5);
    List<float[]> views = new ArrayList<>();
    for (int i = 0; i < VIEWS; i++) {
      Canvas canvas = new Canvas(WIDTH, HEIGHT, room.clone());
      boolean asInScenes = i % 3 != 0;
      HeadPose pose =
          new HeadPose(
              dice.range(-0.2f, 0.2f),
              asInScenes ? 0 : dice.range(-0.03f, 0.03f),
              asInScenes ? -0.7f : dice.range(-0.8f, 0.8f),
              asInScenes ? 1 : dice.range(0.85f, 1.05f));
      float unit = dice.range(24, 72);
      float x = dice.range(0.35f, 0.65f) * WIDTH;
      actor.draw(canvas, x, HEIGHT * 0.42f, unit, dice.range(-0.06f, 0.06f), pose);
      float[] vector = vector(JpegPicture.encode(canvas, 90), x);
      if (vector != null) {
        views.add(vector);
      }
    }
    return views;
  }

  private float[] vector(byte[] jpeg, float x) throws Exception {
    try (Picture picture = Picture.decode(jpeg, DecodeOptions.fullSize())) {
      for (DetectedFace face : detector.detect(picture)) {
        if (Math.abs(face.box().x() + face.box().width() / 2 - x) < face.box().width() * 0.4f) {
          return features.embed(List.of(aligner.align(picture, face.landmarks())))[0];
        }
      }
    }
    return null;
  }
}
