package io.facestream.job.unknown;

import java.util.Map;

/** Keeps the strangers of a camera's day. */
interface StrangersOfDay {
  /** One by id, or null. */
  Stranger get(String unknownId);

  /** Keeps one, in place of what was kept of him. */
  void put(String unknownId, Stranger stranger);

  void remove(String unknownId);

  /** Forgets all. */
  void clear();

  /** All by id, in no order. */
  Iterable<Map.Entry<String, Stranger>> all();
}
