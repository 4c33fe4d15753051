package io.facestream.bench.match;

/** The indexes of FAISS that are peers. */
enum FaissIndex {
  /** {@code IndexFlatIP}: brute force in fp32. */
  FLAT("faiss-flat"),

  /** {@code IndexPQFastScan}: four bits a component and nothing else, so an approximation. */
  FAST_SCAN("faiss-fast-scan");

  private static final int BITS_OF_FAST_SCAN = 4;

  /** Values that four bits can name. */
  static final int CODES = 1 << BITS_OF_FAST_SCAN;

  private final String label;

  FaissIndex(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  double bytesOf(int n, int dim) {
    int bits = this == FLAT ? Float.SIZE : BITS_OF_FAST_SCAN;
    return (double) n * dim * bits / Byte.SIZE;
  }
}
