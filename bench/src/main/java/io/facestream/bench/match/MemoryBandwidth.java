package io.facestream.bench.match;

import static org.bytedeco.openblas.global.openblas.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas.cblas_sdot;

import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;

/**
 * How fast this machine reads memory: OpenBLAS's dot product of the two halves of an array larger
 * than any cache, which does nothing but read.
 */
final class MemoryBandwidth {
  private static final int ROUNDS = 5;
  private static final int FLOATS = 3 << 26;
  private static final int PIECE = 1 << 20;

  private MemoryBandwidth() {}

  /**
   * @return bytes per nanosecond (GB/s), the best of five rounds
   */
  static double gigabytesPerSecond(int threads) throws InterruptedException {
    blas_set_num_threads(1);
    double best = 0;
    try (FloatPointer all = new FloatPointer(FLOATS)) {
      // Memory never written to is one page of zeros.
      for (long i = 0; i < FLOATS; i += PIECE) {
        all.getPointer(i).limit(PIECE).fill(1);
      }
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        List<Thread> readers =
            IntStream.range(0, threads)
                .mapToObj(t -> new Thread(() -> read(all, t, threads)))
                .toList();
        readers.forEach(Thread::start);
        for (Thread reader : readers) {
          reader.join();
        }
        double nanos = System.nanoTime() - start;
        best = Math.max(best, (double) FLOATS * Float.BYTES / nanos);
      }
    }
    return best;
  }

  private static void read(FloatPointer all, int first, int step) {
    for (long i = (long) first * PIECE; i < FLOATS / 2; i += (long) step * PIECE) {
      cblas_sdot(PIECE, all.getPointer(i), 1, all.getPointer(FLOATS / 2 + i), 1);
    }
  }
}
