package io.facestream.job.kafka;

import io.facestream.client.KafkaConnection;
import io.facestream.client.follow.ReadToEnd;
import io.facestream.job.policies.KeptPolicies;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Reads the topic of policies from its first record to the end seen at the start of the read. */
final class KafkaKeptPolicies implements KeptPolicies {
  private static final long serialVersionUID = 1L;

  private final KafkaConnection connection;
  private final String topic;

  KafkaKeptPolicies(KafkaConnection connection, String topic) {
    this.connection = connection;
    this.topic = topic;
  }

  @Override
  public Map<Integer, Long> read(Visitor visitor) throws Exception {
    try (KafkaConsumer<byte[], byte[]> consumer = TopicLook.open(connection)) {
      List<TopicPartition> partitions = TopicLook.partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      new ReadToEnd(consumer, partitions)
          .<Exception>read(record -> visitor.policy(PolicyDeserializer.recordOf(record)));
      Map<Integer, Long> ends = new HashMap<>();
      for (TopicPartition partition : partitions) {
        ends.put(partition.partition(), consumer.position(partition));
      }
      return ends;
    } catch (KafkaException e) {
      throw TopicLook.failure(connection, topic, e);
    }
  }
}
