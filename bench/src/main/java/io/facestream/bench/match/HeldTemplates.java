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

/** Read once and held in a mapped file for the peers: brute force needs them at hand. */
final class HeldTemplates extends Templates implements AutoCloseable {
  static final int CHUNK_ROWS = 4096;

  private final Templates source;
  private final Path file;
  private final List<FloatBuffer> chunks = new ArrayList<>();

  HeldTemplates(Templates source) throws IOException {
    super(source.size(), source.dim());
    this.source = source;
    int n = size();
    int dim = dim();
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

  private void fill(FloatBuffer chunk, int firstRow) {
    float[] row = new float[dim()];
    for (int i = 0; i * dim() < chunk.capacity(); i++) {
      source.read(firstRow + i, row);
      chunk.put(i * dim(), row);
    }
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
    return Math.min(CHUNK_ROWS, size() - chunk * CHUNK_ROWS);
  }

  @Override
  String source() {
    return source.source();
  }

  @Override
  float[] probes(int count) {
    return source.probes(count);
  }

  @Override
  void read(int row, float[] target) {
    chunks.get(row / CHUNK_ROWS).get(row % CHUNK_ROWS * dim(), target);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
