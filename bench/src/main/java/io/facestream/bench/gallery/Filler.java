package io.facestream.bench.gallery;

import io.facestream.client.gallery.GalleryWriter;
import io.facestream.wire.Ids;
import io.facestream.wire.proto.GalleryEntry;
import java.util.SplittableRandom;

/** Fills a gallery with people who do not exist: random unit vectors, the same at every run. */
public final class Filler {
  private static final long SEED = 42;

  private final String modelId;
  private final int dimension;

  public Filler(String modelId, int dimension) {
    this.modelId = modelId;
    this.dimension = dimension;
  }

  /** Writes so many people of one template each, and waits until the topic has them. */
  public void write(GalleryWriter writer, int people) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < people; i++) {
      String person = "nobody-" + i;
      writer.put(Ids.templateId(person, "1"), entry(person, unitVector(random)));
    }
    writer.flush();
  }

  /**
   * Writes so many people of several templates each, and waits until the topic has them. Two
   * templates of a person have a cosine of about 0.64.
   */
  void write(GalleryWriter writer, int people, int photos) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < people; i++) {
      String person = "nobody-" + i;
      float[] face = unitVector(random);
      for (int photo = 1; photo <= photos; photo++) {
        float[] view = unitVector(random);
        for (int c = 0; c < dimension; c++) {
          view[c] = 0.8f * face[c] + 0.6f * view[c];
        }
        writer.put(Ids.templateId(person, String.valueOf(photo)), entry(person, unit(view)));
      }
    }
    writer.flush();
  }

  /** The record of a person with this embedding. */
  GalleryEntry entry(String person, float[] embedding) {
    GalleryEntry.Builder entry = GalleryEntry.newBuilder().setPersonId(person).setModelId(modelId);
    for (float component : embedding) {
      entry.addEmbedding(component);
    }
    return entry.build();
  }

  private float[] unitVector(SplittableRandom random) {
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return unit(vector);
  }

  private static float[] unit(float[] vector) {
    double squares = 0;
    for (float component : vector) {
      squares += component * component;
    }
    float scale = (float) (1 / Math.sqrt(squares));
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= scale;
    }
    return vector;
  }
}
