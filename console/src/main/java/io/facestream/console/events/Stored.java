package io.facestream.console.events;

import java.util.List;
import java.util.Optional;

/**
 * An event as it lies in the database.
 *
 * @param place see {@link EventPlace}
 * @param key see {@link EventKeys}
 * @param record what the topic said
 */
public record Stored<T>(EventPlace place, String key, T record) {
  /**
   * Some of a list.
   *
   * @param next where the following begin; empty at the end
   */
  public record Some<T>(List<Stored<T>> items, Optional<EventPlace> next) {
    /**
     * @param found one more than asked for, where there are more
     */
    public static <T> Some<T> of(List<Stored<T>> found, int limit) {
      List<Stored<T>> items = found.stream().limit(limit).toList();
      return new Some<>(
          items,
          found.size() > limit
              ? Optional.of(items.get(items.size() - 1).place())
              : Optional.empty());
    }
  }
}
