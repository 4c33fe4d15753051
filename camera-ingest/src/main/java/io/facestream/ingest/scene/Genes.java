package io.facestream.ingest.scene;

/**
 * Twelve numbers from which a look is drawn, one per group of features, so that people can be bred
 * for being unlike each other by exchanging one group at a time.
 */
record Genes(long[] numbers) {

  static final int COUNT = 12;

  static Genes random(long seed) {
    Dice dice = new Dice(seed, 99);
    long[] numbers = new long[COUNT];
    for (int i = 0; i < COUNT; i++) {
      numbers[i] = dice.below(46656);
    }
    return new Genes(numbers);
  }

  /** Base-36 groups joined by dots, as {@link #toString} writes them. */
  static Genes parse(String text) {
    String[] parts = text.split("\\.");
    long[] numbers = new long[COUNT];
    for (int i = 0; i < COUNT; i++) {
      numbers[i] = Long.parseLong(parts[i], 36);
    }
    return new Genes(numbers);
  }

  Genes with(int group, long number) {
    long[] copy = numbers.clone();
    copy[group] = number;
    return new Genes(copy);
  }

  Dice dice(int group) {
    return new Dice(numbers[group], group);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (long number : numbers) {
      text.append(text.isEmpty() ? "" : ".").append(Long.toString(number, 36));
    }
    return text.toString();
  }
}
