package io.facestream.client.policies;

import io.facestream.client.KafkaConnection;
import io.facestream.client.follow.WholeTopic;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the topic of policies from its first record to the end seen at the start of the read. */
public final class PolicyReader {
  private PolicyReader() {}

  /**
   * Reads all records, in the order of their partition.
   *
   * @return false when there is no such topic
   * @throws io.facestream.client.BrokerUnreachableException when no broker answers
   * @throws io.facestream.client.BrokerRefusedException when this user may not read the topic
   */
  public static boolean read(
      KafkaConnection connection, String topic, Consumer<WrittenPolicy> visitor) {
    return WholeTopic.read(connection, topic, record -> visitor.accept(of(record)));
  }

  static WrittenPolicy of(ConsumerRecord<byte[], byte[]> record) {
    return new WrittenPolicy(
        record.partition(),
        record.offset(),
        Instant.ofEpochMilli(record.timestamp()),
        record.key(),
        record.value());
  }
}
