package io.facestream.bench.match;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A gallery like a real one, by seed: persons of four templates each, whose cosines to each other
 * lie at 0.3–0.8, unit length, fp32, in a mapped file that all engines read.
 */
final class Templates implements AutoCloseable {
  static final int CHUNK_ROWS = 4096;

  private static final int PER_PERSON = 4;
  private static final long SEED = 20_261_121;

  private final int n;
  private final int dim;
  private final Path file;
  private final List<FloatBuffer> chunks = new ArrayList<>();

  Templates(int n, int dim) throws IOException {
    this.n = n;
    this.dim = dim;
    this.file = Files.createTempFile("facestream-bench", ".fp32");
    file.toFile().deleteOnExit();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long chunkBytes = (long) CHUNK_ROWS * dim * Float.BYTES;
      for (int from = 0; from < n; from += CHUNK_ROWS) {
        long bytes = (long) rowsOf(from / CHUNK_ROWS) * dim * Float.BYTES;
        FloatBuffer chunk =
            channel
                .map(MapMode.READ_WRITE, from / CHUNK_ROWS * chunkBytes, bytes)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        fill(chunk, from);
        chunks.add(chunk);
      }
    }
  }

  int size() {
    return n;
  }

  int dim() {
    return dim;
  }

  Path file() {
    return file;
  }

  int chunks() {
    return chunks.size();
  }

  /** {@code float[4096 * dim]}, row-major; the last may be shorter. */
  FloatBuffer chunk(int chunk) {
    return chunks.get(chunk);
  }

  int rowsOf(int chunk) {
    return Math.min(CHUNK_ROWS, n - chunk * CHUNK_ROWS);
  }

  void read(int row, float[] target) {
    chunks.get(row / CHUNK_ROWS).get(row % CHUNK_ROWS * dim, target);
  }

  static String id(int row) {
    return "person-" + row / PER_PERSON + "/" + row % PER_PERSON;
  }

  /** Every other probe is a stranger; the rest are mates of people in the gallery. */
  float[] probes(int count) {
    float[] probes = new float[count * dim];
    SplittableRandom random = new SplittableRandom(SEED + 1);
    float[] probe = new float[dim];
    for (int i = 0; i < count; i++) {
      if (i % 2 == 0) {
        mate(random.nextInt(n) / PER_PERSON, random, probe);
      } else {
        direction(random, probe);
      }
      normalise(probe);
      System.arraycopy(probe, 0, probes, i * dim, dim);
    }
    return probes;
  }

  private void fill(FloatBuffer chunk, int firstRow) {
    float[] row = new float[dim];
    for (int i = 0; i * dim < chunk.capacity(); i++) {
      mate((firstRow + i) / PER_PERSON, new SplittableRandom(SEED + firstRow + i), row);
      normalise(row);
      chunk.put(i * dim, row);
    }
  }

  /**
   * A template of a person: its centre and as much noise as leaves a cosine of 0.3–0.8 to others.
   */
  private static void mate(int person, SplittableRandom random, float[] target) {
    SplittableRandom centre = new SplittableRandom(SEED - 1 - person);
    double cosine = 0.3 + 0.5 * centre.nextDouble();
    float noise = (float) Math.sqrt(1 / cosine - 1);
    for (int i = 0; i < target.length; i++) {
      target[i] = normal(centre) + noise * normal(random);
    }
  }

  private static void direction(SplittableRandom random, float[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] = normal(random);
    }
  }

  /** Four uniform numbers added up: near enough to normal, and quick. */
  private static float normal(SplittableRandom random) {
    long bits = random.nextLong();
    return (short) bits + (short) (bits >> 16) + (short) (bits >> 32) + (short) (bits >> 48);
  }

  private static void normalise(float[] vector) {
    double sum = 0;
    for (float v : vector) {
      sum += (double) v * v;
    }
    float factor = (float) (1 / Math.sqrt(sum));
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
