package io.facestream.job.kafka;

import io.facestream.client.KafkaConnection;
import io.facestream.client.topics.TopicAdmin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/** Asks the broker for the log start offsets of a topic. */
final class KafkaFirstKept implements FirstKept {
  private static final long serialVersionUID = 1L;

  private final KafkaConnection connection;
  private final String topic;

  KafkaFirstKept(KafkaConnection connection, String topic) {
    this.connection = connection;
    this.topic = topic;
  }

  @Override
  public Map<Integer, Long> firstOffsets() {
    try (Admin admin = TopicAdmin.open(connection)) {
      var found =
          TopicAdmin.await(
              admin.describeTopics(List.of(topic)).allTopicNames(),
              "look up the partitions of topic '" + topic + "'",
              connection);
      Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
      for (TopicPartitionInfo info : found.get(topic).partitions()) {
        wanted.put(new TopicPartition(topic, info.partition()), OffsetSpec.earliest());
      }
      Map<Integer, Long> first = new HashMap<>();
      TopicAdmin.await(
              admin.listOffsets(wanted).all(),
              "look up the oldest records of topic '" + topic + "'",
              connection)
          .forEach((partition, oldest) -> first.put(partition.partition(), oldest.offset()));
      return first;
    }
  }
}
