package io.facestream.vision.builtin.generator;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * What was learnt from drawn faces: the mean of the features and the directions in which people
 * differ more than pictures of one person do (linear discriminant analysis; the program that learns
 * it stands with the tests of camera-ingest and can be run again).
 *
 * @param mean {@code float[FEATURES]}
 * @param weights {@code float[ROWS * FEATURES]}, row-major
 */
record Projection(float[] mean, float[] weights) {

  static final int ROWS = 64;
  private static final String RESOURCE = "projection.bin";

  /** Big-endian: the mean as floats, then for each row a float scale and signed bytes. */
  static Projection read() {
    int features = DescriptorNetwork.FEATURES;
    float[] mean = new float[features];
    float[] weights = new float[ROWS * features];
    try (InputStream raw = Projection.class.getResourceAsStream(RESOURCE);
        DataInputStream in = new DataInputStream(raw)) {
      for (int i = 0; i < features; i++) {
        mean[i] = in.readFloat();
      }
      for (int row = 0; row < ROWS; row++) {
        float scale = in.readFloat();
        for (int i = 0; i < features; i++) {
          weights[row * features + i] = in.readByte() * scale;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The resource " + RESOURCE + " is damaged", e);
    }
    return new Projection(mean, weights);
  }
}
