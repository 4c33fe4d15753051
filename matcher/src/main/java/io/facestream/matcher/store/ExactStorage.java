package io.facestream.matcher.store;

/** Where the fp32 rows of a slice lie. */
interface ExactStorage extends AutoCloseable {
  /** A new last block. */
  RowBlock newBlock(int index, int stride);

  @Override
  void close();

  /** In memory: four bytes a component. */
  static ExactStorage inMemory() {
    return new ExactStorage() {
      @Override
      public RowBlock newBlock(int index, int stride) {
        NativeMemory rows = NativeMemory.allocate(RowBlock.ROWS * stride * Float.BYTES);
        return new RowBlock(stride, rows.buffer(), rows::close);
      }

      @Override
      public void close() {}
    };
  }
}
