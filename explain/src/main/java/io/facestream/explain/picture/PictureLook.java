package io.facestream.explain.picture;

import io.facestream.job.frames.FaceCrops;
import io.facestream.job.frames.Probe;
import io.facestream.job.frames.Probes;
import io.facestream.job.frames.VisionSettings;
import io.facestream.vision.Vision;
import io.facestream.vision.face.FaceEmbedder;
import io.facestream.vision.finder.FaceFinder;
import io.facestream.vision.finder.FinderOptions;
import io.facestream.vision.finder.FoundFace;
import io.facestream.vision.finder.FoundFaces;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.picture.file.UnreadablePictureException;
import io.facestream.vision.quality.Measure;
import io.facestream.vision.quality.Measurement;
import io.facestream.vision.quality.QualityGate;
import io.facestream.vision.quality.QualityThresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks at pictures as the job looks at frames, and longer. Thread-confined. */
public final class PictureLook implements AutoCloseable {
  private static final int ALL = Measure.values().length;

  private final Vision vision;
  private final FinderOptions options;
  private final QualityGate gate;
  private final FaceFinder finder;
  private final FaceEmbedder embedder;

  /**
   * Opens the models.
   *
   * @throws io.facestream.vision.packs.VisionException when they are not to be had
   */
  public PictureLook(VisionSettings settings) {
    vision = settings.open();
    options = settings.finderOptions(vision.pack());
    gate = new QualityGate(options.quality());
    finder = vision.newFinder(options);
    embedder = vision.newEmbedder();
  }

  /** The models. */
  public ModelPack pack() {
    return vision.pack();
  }

  /**
   * Looks at a picture.
   *
   * @param picture the encoded picture
   * @throws UnreadablePictureException when it is none
   */
  public SeenPicture look(byte[] picture) throws UnreadablePictureException {
    FoundFaces found = finder.find(picture);
    List<Probe> probes = Probes.of(FaceCrops.of(found), embedder);
    List<FoundFace> letThrough = allMeasured(found) ? found.faces() : letThrough(picture);
    List<SeenFace> faces = new ArrayList<>();
    for (int i = 0; i < found.faces().size(); i++) {
      FoundFace face = found.faces().get(i);
      faces.add(new SeenFace(face, measured(face, letThrough.get(i)), probes.get(i)));
    }
    boolean usable = found.faces().stream().anyMatch(FoundFace::usable);
    return new SeenPicture(
        found.width(),
        found.height(),
        faces,
        usable ? List.of() : new OtherLooks(vision, options).at(picture, found));
  }

  private static boolean allMeasured(FoundFaces found) {
    return found.faces().stream().allMatch(face -> face.measured().size() == ALL);
  }

  /** The same faces past the gate, so that their pixels are there to be measured. */
  private List<FoundFace> letThrough(byte[] picture) throws UnreadablePictureException {
    try (FaceFinder open =
        vision.newFinder(options.withQuality(QualityThresholds.none()).withUprightScore(0))) {
      return open.find(picture).faces();
    }
  }

  private List<Measurement> measured(FoundFace face, FoundFace letThrough) {
    return face.measured().size() == ALL
        ? face.measured()
        : Stream.concat(
                face.measured().stream(),
                gate.judgePixels(letThrough.face(), letThrough.crop()).measured().stream())
            .toList();
  }

  @Override
  public void close() {
    embedder.close();
    finder.close();
    vision.close();
  }
}
