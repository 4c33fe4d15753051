package io.facestream.ingest.scene;

import io.facestream.vision.Vision;
import io.facestream.vision.face.FaceEmbedder;
import io.facestream.vision.face.PixelBox;
import io.facestream.vision.finder.FaceFinder;
import io.facestream.vision.finder.FinderOptions;
import io.facestream.vision.finder.FoundFace;
import io.facestream.vision.picture.file.UnreadablePictureException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A scene looked through picture by picture, with nothing but the models. */
final class SceneAnalysis {

  /** A person recognised in a picture. */
  private record Hit(long sequence, String person) {}

  private final Set<Hit> hits = new HashSet<>();
  private final List<String> wrongNames = new ArrayList<>();
  private int recognisable;
  private int recognised;
  private int phantoms;

  static SceneAnalysis of(DrawnScene scene, Vision vision) {
    SceneAnalysis analysis = new SceneAnalysis();
    Enrolment enrolment = Enrolment.of(scene, scene.people(), vision);
    double threshold = vision.pack().thresholds().gallerySimilarity();
    try (FaceFinder finder = vision.newFinder(FinderOptions.forVideo(vision.pack()));
        FaceEmbedder embedder = vision.newEmbedder()) {
      for (long i = 0; i < scene.frames(); i++) {
        SceneTruth truth = scene.truth(i);
        for (FoundFace face : finder.find(scene.frame(i)).faces()) {
          if (face.usable()) {
            float[] vector = embedder.embed(List.of(face.crop()))[0];
            analysis.note(truth, face, enrolment.nameOf(vector, threshold));
          }
        }
        analysis.count(truth);
      }
    } catch (UnreadablePictureException e) {
      throw new AssertionError(e);
    }
    return analysis;
  }

  private void note(SceneTruth truth, FoundFace face, String name) {
    List<String> there =
        truth.faces().stream()
            .filter(t -> at(t, face.face().box()))
            .map(SceneFace::person)
            .toList();
    if (there.isEmpty()) {
      phantoms++;
    }
    if (name == null) {
      return;
    }
    if (there.contains(name)) {
      hits.add(new Hit(truth.sequence(), name));
    } else {
      wrongNames.add("picture " + truth.sequence() + ": " + name + " where " + there + " is");
    }
  }

  private static boolean at(SceneFace truth, PixelBox box) {
    double x = box.x() + box.width() / 2 - truth.x();
    double y = box.y() + box.height() / 2 - truth.y();
    return x > 0 && y > 0 && x < truth.width() && y < truth.height();
  }

  private void count(SceneTruth truth) {
    for (SceneFace face : truth.faces()) {
      if (face.recognisable() && !face.stranger()) {
        recognisable++;
        recognised += hits.contains(new Hit(truth.sequence(), face.person())) ? 1 : 0;
      }
    }
  }

  /** Who was called by a name not their own, one line each. */
  List<String> wrongNames() {
    return wrongNames;
  }

  /** Share of recognisable faces of enrolled people that were recognised. */
  double share() {
    return recognised / (double) recognisable;
  }

  /** Share of the pictures of an appearance in which the person was recognised. */
  double share(Appearance appearance) {
    int count = 0;
    for (long i = appearance.first(); i <= appearance.last(); i++) {
      count += hits.contains(new Hit(i, appearance.person())) ? 1 : 0;
    }
    return count / (double) (appearance.last() - appearance.first() + 1);
  }

  String summary() {
    return String.format(
        Locale.ROOT,
        "%d of %d recognisable faces recognised (%.1f %%), %d wrong, %d faces where none is",
        recognised,
        recognisable,
        100 * share(),
        wrongNames.size(),
        phantoms);
  }
}
