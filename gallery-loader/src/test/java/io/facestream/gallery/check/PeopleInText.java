package io.facestream.gallery.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A gallery of people who do not exist. */
final class PeopleInText {
  static final int DIMENSION = 256;

  /** Like those of a pack: strangers lie about 0, photos of one person at 0.6. */
  static final CheckRules RULES = new CheckRules(0.3, 0.42, 0.42);

  private final Random random;
  private final List<CheckedTemplate> templates = new ArrayList<>();

  PeopleInText(long seed) {
    random = new Random(seed);
  }

  /** A face of its own. */
  float[] face() {
    float[] face = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      face[i] = (float) random.nextGaussian();
    }
    return unit(face);
  }

  /** Another view of a face; two views have a cosine of about the square of this one. */
  float[] viewOf(float[] face, double similarity) {
    float[] noise = face();
    double along = dot(noise, face);
    for (int i = 0; i < DIMENSION; i++) {
      noise[i] -= (float) (along * face[i]);
    }
    unit(noise);
    float[] view = new float[DIMENSION];
    double rest = Math.sqrt(1 - similarity * similarity);
    for (int i = 0; i < DIMENSION; i++) {
      view[i] = (float) (similarity * face[i] + rest * noise[i]);
    }
    return unit(view);
  }

  /** Enrols so many good views of a face, as 1, 2 … */
  PeopleInText enrol(String person, float[] face, int photos) {
    for (int photo = 1; photo <= photos; photo++) {
      add(person + "/" + photo, viewOf(face, 0.85), "");
    }
    return this;
  }

  PeopleInText add(String id, float[] embedding, String sha256) {
    String person = id.substring(0, id.indexOf('/'));
    templates.add(new CheckedTemplate(id, person, "Name of " + person, embedding, sha256));
    return this;
  }

  /** People of three photos each, with whom nothing is wrong. */
  PeopleInText andStrangers(int people) {
    for (int i = 0; i < people; i++) {
      enrol("stranger-" + i, face(), 3);
    }
    return this;
  }

  List<CheckedTemplate> templates() {
    List<CheckedTemplate> shuffled = new ArrayList<>(templates);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  CheckReport check() {
    return GalleryCheck.check(templates(), RULES, 2);
  }

  static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  private static float[] unit(float[] vector) {
    float length = (float) Math.sqrt(dot(vector, vector));
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= length;
    }
    return vector;
  }
}
