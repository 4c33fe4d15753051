package io.facestream.job.unknown;

import java.util.Map;
import org.apache.flink.api.common.state.MapState;

/** The strangers of a camera's day in keyed state. */
record KeyedStrangers(MapState<String, Stranger> state) implements StrangersOfDay {
  @Override
  public Stranger get(String unknownId) {
    return done("read", () -> state.get(unknownId));
  }

  @Override
  public void put(String unknownId, Stranger stranger) {
    done(
        "keep",
        () -> {
          state.put(unknownId, stranger);
          return null;
        });
  }

  @Override
  public void remove(String unknownId) {
    done(
        "forget",
        () -> {
          state.remove(unknownId);
          if (state.isEmpty()) {
            // An emptied map is an entry, too, where state is on the heap.
            state.clear();
          }
          return null;
        });
  }

  @Override
  public void clear() {
    state.clear();
  }

  @Override
  public Iterable<Map.Entry<String, Stranger>> all() {
    return done("read", state::entries);
  }

  private static <T> T done(String what, Access<T> access) {
    try {
      return access.get();
    } catch (Exception e) {
      throw new IllegalStateException("Cannot " + what + " unknown people of a camera", e);
    }
  }

  /** An access to state. */
  @FunctionalInterface
  private interface Access<T> {
    T get() throws Exception;
  }
}
