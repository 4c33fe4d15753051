package io.facestream.gallery.check;

/**
 * The template most similar to another one.
 *
 * @param index its place in the gallery, or −1 when there is none
 * @param similarity cosine, −1…1; −1 when there is none
 */
record Neighbour(int index, double similarity) {
  static final Neighbour NONE = new Neighbour(-1, -1);

  boolean exists() {
    return index >= 0;
  }

  /** The nearer of two, the earlier in the gallery when both are equally near. */
  static Neighbour nearer(Neighbour a, Neighbour b) {
    if (!a.exists() || !b.exists()) {
      return a.exists() ? a : b;
    }
    if (a.similarity == b.similarity) {
      return a.index <= b.index ? a : b;
    }
    return a.similarity > b.similarity ? a : b;
  }
}
