package io.facestream.ingest;

/** Keeps a repeating complaint readable: worth a line the 1st, 10th, 100th, … time. */
final class Frequency {
  private Frequency() {}

  static boolean worthALine(long count) {
    long power = 1;
    while (power < count) {
      power *= 10;
    }
    return power == count;
  }
}
