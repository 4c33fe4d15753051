package io.facestream.job.verdict;

/** Rounds what people read; decisions are taken before. */
final class Rounding {
  private Rounding() {}

  /** A cosine to six places: finer than float embeddings can tell. */
  static double similarity(double cosine) {
    return Math.round(cosine * 1e6) / 1e6;
  }

  /** Milliseconds to whole microseconds. */
  static double toMicros(double millis) {
    return Math.round(millis * 1e3) / 1e3;
  }
}
