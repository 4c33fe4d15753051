package io.facestream.ingest.scene;

import io.facestream.vision.Vision;
import io.facestream.vision.face.FaceEmbedder;
import io.facestream.vision.finder.FaceFinder;
import io.facestream.vision.finder.FinderOptions;
import io.facestream.vision.finder.FoundFace;
import io.facestream.vision.picture.file.UnreadablePictureException;
import java.util.ArrayList;
import java.util.List;

/** The portraits of a scene's people as vectors, found as the gallery loader finds them. */
final class Enrolment {

  /** One portrait. */
  record Template(String person, float[] vector) {}

  private final List<Template> templates = new ArrayList<>();

  static Enrolment of(DrawnScene scene, List<Person> people, Vision vision) {
    Enrolment enrolment = new Enrolment();
    try (FaceFinder finder = vision.newFinder(FinderOptions.forEnrolment(vision.pack()));
        FaceEmbedder embedder = vision.newEmbedder()) {
      for (Person person : people) {
        for (byte[] portrait : scene.portraits(person)) {
          List<FoundFace> faces = finder.find(portrait).faces();
          if (faces.size() != 1 || !faces.get(0).usable()) {
            throw new AssertionError("A portrait of " + person + " shows " + faces);
          }
          float[] vector = embedder.embed(List.of(faces.get(0).crop()))[0];
          enrolment.templates.add(new Template(person.id(), vector));
        }
      }
    } catch (UnreadablePictureException e) {
      throw new AssertionError(e);
    }
    return enrolment;
  }

  /** The person of the best template, or null below the threshold. */
  String nameOf(float[] probe, double threshold) {
    String best = null;
    double most = threshold;
    for (Template template : templates) {
      double similarity = cosine(probe, template.vector());
      if (similarity >= most) {
        most = similarity;
        best = template.person();
      }
    }
    return best;
  }

  double leastGenuine() {
    return pairs(true).stream().mapToDouble(x -> x).min().orElseThrow();
  }

  double mostImpostor() {
    return pairs(false).stream().mapToDouble(x -> x).max().orElseThrow();
  }

  private List<Double> pairs(boolean samePerson) {
    List<Double> similarities = new ArrayList<>();
    for (int i = 0; i < templates.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (templates.get(i).person().equals(templates.get(j).person()) == samePerson) {
          similarities.add(cosine(templates.get(i).vector(), templates.get(j).vector()));
        }
      }
    }
    return similarities;
  }

  private static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
