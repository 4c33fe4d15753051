package io.facestream.wire;

import java.util.HashMap;
import java.util.Map;

/**
 * A topic as Facestream creates it.
 *
 * @param name the topic's name
 * @param partitions the default number of partitions
 * @param settings topic-level Kafka settings beside {@code max.message.bytes}
 */
public record TopicSpec(String name, int partitions, Map<String, String> settings) {
  public TopicSpec {
    settings = Map.copyOf(settings);
  }

  /** The same topic with another number of partitions. */
  public TopicSpec withPartitions(int count) {
    return new TopicSpec(name, count, settings);
  }

  /** The same topic under another name. */
  public TopicSpec named(String otherName) {
    return new TopicSpec(otherName, partitions, settings);
  }

  /** All topic-level settings it is created with, {@code max.message.bytes} among them. */
  public Map<String, String> allSettings() {
    Map<String, String> all = new HashMap<>(settings);
    all.put("max.message.bytes", Integer.toString(Topics.MAX_RECORD_BYTES));
    return all;
  }
}
