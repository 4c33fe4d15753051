package io.facestream.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.client.KafkaConnection;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.job.records.DeadLetter;
import io.facestream.wire.DeadLetterHeaders;
import io.facestream.wire.Topics;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A broker takes what was made to fit, whatever the topic does with it. */
class TopicLimitITCase {
  private static final int LIMIT = 1_048_588;

  private static EmbeddedKafka broker;
  private static Producer<byte[], byte[]> producer;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedKafka.start();
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "max.request.size",
                Topics.MAX_RECORD_BYTES),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  @AfterAll
  static void stopBroker() {
    producer.close();
    broker.close();
  }

  /** What cannot be compressed, as no picture can, grows when a broker compresses it. */
  @ParameterizedTest
  @ValueSource(strings = {"producer", "uncompressed", "gzip", "snappy", "lz4", "zstd"})
  void shouldCutARecordToWhatTheBrokerTakesHoweverItCompresses(String compression)
      throws Exception {
    String topic = topicWith("compression.type", compression);
    ProducerRecord<byte[], byte[]> cut = serialize(topic, noise(256), noise(2 * LIMIT));
    assertThat(cut.headers().lastHeader(DeadLetterHeaders.TRUNCATED)).isNotNull();
    assertThat(producer.send(cut).get().hasOffset()).isTrue();
    ProducerRecord<byte[], byte[]> whole = serialize(topic, noise(256), noise(1_000_000));
    assertThat(whole.headers().lastHeader(DeadLetterHeaders.TRUNCATED)).isNull();
    assertThat(producer.send(whole).get().hasOffset()).isTrue();
  }

  @Test
  void shouldGiveARecordAnEmptyKeyWhereTheTopicTakesNoneWithout() throws Exception {
    String topic = topicWith("cleanup.policy", "compact,delete");
    assertThat(producer.send(serialize(topic, null, noise(10))).get().hasOffset()).isTrue();
    assertThat(serialize(topicWith("cleanup.policy", "delete"), null, noise(10)).key()).isNull();
  }

  @Test
  void shouldNameATopicThatDoesNotExist() {
    assertThatThrownBy(
            () -> TopicLimit.of(KafkaConnection.to(broker.bootstrapServers()), "nowhere"))
        .hasMessageStartingWith("Cannot read the settings of topic 'nowhere': ");
  }

  private static ProducerRecord<byte[], byte[]> serialize(String topic, byte[] key, byte[] value) {
    DeadLetterSerializer serializer =
        new DeadLetterSerializer(KafkaConnection.to(broker.bootstrapServers()), topic);
    serializer.open(null, null);
    return serializer.serialize(
        new DeadLetter("frames", 0, 7, key, value, "bad", null), null, null);
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new SplittableRandom(length).nextBytes(bytes);
    return bytes;
  }

  private static String topicWith(String setting, String value) throws Exception {
    String topic = "topic-" + UUID.randomUUID();
    try (Admin admin = TopicAdmin.open(KafkaConnection.to(broker.bootstrapServers()))) {
      NewTopic wanted =
          new NewTopic(topic, 1, (short) 1)
              .configs(Map.of("max.message.bytes", Integer.toString(LIMIT), setting, value));
      admin.createTopics(List.of(wanted)).all().get();
    }
    return topic;
  }
}
