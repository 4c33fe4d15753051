package io.facestream.matcher.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The tiles of a kernel, made when first asked for and used again by later batches. */
public final class Tiles<T> {
  private final Supplier<T> maker;
  private final List<T> made = new ArrayList<>();

  public Tiles(Supplier<T> maker) {
    this.maker = maker;
  }

  /**
   * @param index at most the number made so far
   */
  public T get(int index) {
    if (index == made.size()) {
      made.add(maker.get());
    }
    return made.get(index);
  }

  public List<T> made() {
    return made;
  }
}
