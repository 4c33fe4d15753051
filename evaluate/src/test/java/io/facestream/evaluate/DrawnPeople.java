package io.facestream.evaluate;

import io.facestream.photos.Enroller;
import io.facestream.photos.Enrolment;
import io.facestream.photos.Pick;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * "Photos" that are texts, {@code person noise seed}, so that what surrounds the models can be
 * tested on every machine: each person is a random direction, each photo strays from it. A text
 * without a number has no face.
 */
final class DrawnPeople implements Enroller {
  private static final int DIMENSION = 32;

  /** Writes photos of people {@code p0, p1, …} into folders of their own. */
  static void write(Path folder, String prefix, int people, int photosEach, double noise)
      throws IOException {
    for (int person = 0; person < people; person++) {
      Path own = Files.createDirectories(folder.resolve(prefix + person));
      for (int photo = 1; photo <= photosEach; photo++) {
        Files.writeString(own.resolve(photo + ".jpg"), prefix + person + " " + noise + " " + photo);
      }
    }
  }

  @Override
  public Enrolment enrol(byte[] photo, Pick pick) {
    String[] words = new String(photo, StandardCharsets.UTF_8).split(" ");
    if (words.length < 3) {
      return Enrolment.Refused.because("no face found");
    }
    float[] vector = direction(words[0].hashCode());
    float[] stray = direction((words[0] + words[2]).hashCode());
    float noise = Float.parseFloat(words[1]);
    double square = 0;
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] += noise * stray[i];
      square += vector[i] * vector[i];
    }
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return new Enrolment.Accepted(vector, 0.9, "", null);
  }

  private static float[] direction(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    float[] vector = new float[DIMENSION];
    double square = 0;
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = (float) random.nextGaussian();
      square += vector[i] * vector[i];
    }
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return vector;
  }

  @Override
  public void close() {}
}
