package io.facestream.vision;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What is loaded once per process for each key, and freed when the last user has gone. */
final class Pool<K, M> {
  private final Map<K, Shared> open = new HashMap<>();
  private final Consumer<M> freeing;

  Pool(Consumer<M> freeing) {
    this.freeing = freeing;
  }

  /**
   * What belongs to a key; each caller gives back once.
   *
   * @param loading done for the first caller, while others wait
   */
  Shared take(K key, Supplier<M> loading) {
    synchronized (open) {
      Shared shared = open.get(key);
      if (shared == null) {
        shared = new Shared(key, loading.get());
        open.put(key, shared);
      }
      return shared.again();
    }
  }

  /** The models of one key. */
  final class Shared {
    private final K key;
    private final M models;
    private int users;

    private Shared(K key, M models) {
      this.key = key;
      this.models = models;
    }

    /** One more user, who gives back once. */
    Shared again() {
      synchronized (open) {
        users++;
        return this;
      }
    }

    void giveBack() {
      synchronized (open) {
        users--;
        if (users == 0) {
          open.remove(key);
          freeing.accept(models);
        }
      }
    }

    M models() {
      return models;
    }
  }
}
