package io.facestream.matcher;

import java.util.Arrays;

/**
 * Which of a kernel's two ways a small batch goes. Where they meet depends on the processor, on how
 * busy its memory is and on the size of the slice, so both are timed on the searches themselves:
 * each takes every 32nd batch of a size at least, the one that was faster lately takes the others.
 */
final class Crossover {
  /** Batches up to this size are worth timing; beyond, the way for many has always won. */
  static final int LARGEST = 16;

  private static final int TRY_AGAIN_EVERY = 32;

  /**
   * The first searches of a process are slow whichever way they go, so that one of each says
   * little.
   */
  private static final int TRIALS = 8;

  /** By how much an old best time counts less with each batch: a busy hour passes. */
  private static final double FADE = 1.02;

  private final int fixed;
  private final double[] fewNanos = unknown();
  private final double[] manyNanos = unknown();
  private final int[] batches = new int[LARGEST + 1];

  /**
   * @param fixed the largest batch to go the way for few, or below 0 to find out
   */
  Crossover(int fixed) {
    this.fixed = fixed;
  }

  private static double[] unknown() {
    double[] nanos = new double[LARGEST + 1];
    Arrays.fill(nanos, Double.NaN);
    return nanos;
  }

  /** Whether the next batch of this size goes the way for few. */
  boolean few(int count) {
    if (fixed >= 0) {
      return count <= fixed;
    }
    if (count > LARGEST) {
      return false;
    }
    int batch = batches[count]++;
    boolean fewWasFaster = !(fewNanos[count] > manyNanos[count]);
    if (batch < TRIALS) {
      return batch % 2 == 0;
    }
    return fewWasFaster ^ batch % TRY_AGAIN_EVERY == TRY_AGAIN_EVERY - 1;
  }

  /** Notes what a batch cost, per row. */
  void took(int count, boolean few, double nanosPerRow) {
    if (count <= LARGEST) {
      double[] nanos = few ? fewNanos : manyNanos;
      double faded = nanos[count] * FADE;
      nanos[count] = faded < nanosPerRow ? faded : nanosPerRow;
    }
  }
}
