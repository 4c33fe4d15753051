package io.facestream.bench.match;

import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sdot;

import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;

/**
 * How fast this machine reads memory: OpenBLAS's dot product of two different chunks of the
 * templates, which does nothing but read.
 */
final class Roof {
  private static final int ROUNDS = 3;

  private Roof() {}

  /**
   * @return bytes per nanosecond (GB/s), the best of three rounds
   */
  static double gigabytesPerSecond(Templates templates, int threads) throws Exception {
    blas_set_num_threads(1);
    List<FloatPointer> chunks =
        IntStream.range(0, templates.chunks())
            .mapToObj(i -> new FloatPointer(templates.chunk(i)))
            .toList();
    int pairs = templates.size() / Templates.CHUNK_ROWS / 2;
    int length = Templates.CHUNK_ROWS * templates.dim();
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      List<Thread> readers =
          IntStream.range(0, threads)
              .mapToObj(t -> new Thread(() -> read(chunks, pairs, t, threads, length)))
              .toList();
      readers.forEach(Thread::start);
      for (Thread reader : readers) {
        reader.join();
      }
      double nanos = System.nanoTime() - start;
      best = Math.max(best, 2.0 * pairs * length * Float.BYTES / nanos);
    }
    chunks.forEach(FloatPointer::close);
    return best;
  }

  private static void read(List<FloatPointer> chunks, int pairs, int first, int step, int length) {
    for (int i = first; i < pairs; i += step) {
      cblas_sdot(length, chunks.get(i), 1, chunks.get(pairs + i), 1);
    }
  }
}
