package io.facestream.console.follow;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** The table {@code stream_positions}. */
final class PositionTable {
  private PositionTable() {}

  /** Where to go on in each partition; what was noted of another topic of that name is dropped. */
  static Map<Integer, Long> begin(
      Handle handle, String topic, String topicId, Iterable<Integer> parts) {
    handle
        .createUpdate("DELETE FROM stream_positions WHERE topic = :topic AND topic_id <> :id")
        .bind("topic", topic)
        .bind("id", topicId)
        .execute();
    Map<Integer, Long> known = lock(handle, topic, topicId);
    Map<Integer, Long> next = new HashMap<>();
    for (Integer part : parts) {
      if (!known.containsKey(part)) {
        handle
            .createUpdate(
                "INSERT INTO stream_positions (topic, part, topic_id, next_offset)"
                    + " VALUES (:topic, :part, :id, 0)")
            .bind("topic", topic)
            .bind("part", part)
            .bind("id", topicId)
            .execute();
      }
      next.put(part, known.getOrDefault(part, 0L));
    }
    return next;
  }

  /** The same, and nobody else moves them before the transaction ends. */
  static Map<Integer, Long> lock(Handle handle, String topic, String topicId) {
    return positions(handle, topic, topicId, " ORDER BY part FOR UPDATE");
  }

  static Map<Integer, Long> positions(Handle handle, String topic, String topicId) {
    return positions(handle, topic, topicId, "");
  }

  private static Map<Integer, Long> positions(
      Handle handle, String topic, String topicId, String how) {
    Map<Integer, Long> next = new TreeMap<>();
    handle
        .createQuery(
            "SELECT part, next_offset FROM stream_positions WHERE topic = :topic AND topic_id = :id"
                + how)
        .bind("topic", topic)
        .bind("id", topicId)
        .map((row, context) -> next.put(row.getInt("part"), row.getLong("next_offset")))
        .list();
    return next;
  }

  static void set(Handle handle, String topic, int part, long next) {
    handle
        .createUpdate(
            "UPDATE stream_positions SET next_offset = :next WHERE topic = :topic AND part = :part")
        .bind("next", next)
        .bind("topic", topic)
        .bind("part", part)
        .execute();
  }

  static void move(Handle handle, String topic, int part, long next) {
    handle
        .createUpdate(
            "UPDATE stream_positions SET next_offset = :next"
                + " WHERE topic = :topic AND part = :part AND next_offset < :next")
        .bind("next", next)
        .bind("topic", topic)
        .bind("part", part)
        .execute();
  }
}
