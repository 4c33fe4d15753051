package io.facestream.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.KafkaConnection;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.wire.TopicSpec;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaGalleryEndITCase {
  private static EmbeddedKafka broker;
  private String topic;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedKafka.start();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void createTopic() {
    topic = "gallery-" + UUID.randomUUID();
    TopicAdmin.createMissing(
        KafkaConnection.to(broker.bootstrapServers()),
        (short) 1,
        List.of(new TopicSpec(topic, 2, Map.of())));
  }

  @Test
  void shouldTellEmptyPartitionsFromFullOnes() {
    try (KafkaProducer<String, String> producer = producer(null)) {
      for (int i = 0; i < 40; i++) {
        producer.send(new ProducerRecord<>(topic, 0, "key", "value"));
      }
    }
    assertThat(lastOffsets()).isEqualTo(Map.of(0, 39L, 1, -1L));
  }

  @Test
  void shouldStepBackOverTransactionMarkersAndAbortedRecords() {
    try (KafkaProducer<String, String> producer = producer("loader-" + UUID.randomUUID())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(topic, 0, "key", "value"));
      producer.commitTransaction();
      for (int i = 0; i < 30; i++) {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(topic, 0, "key", "lost"));
        producer.flush();
        producer.abortTransaction();
      }
    }
    assertThat(lastOffsets()).containsEntry(0, 0L);
  }

  private Map<Integer, Long> lastOffsets() {
    return new KafkaGalleryEnd(KafkaConnection.to(broker.bootstrapServers()), topic).lastOffsets();
  }

  private static KafkaProducer<String, String> producer(String transactionalId) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", broker.bootstrapServers());
    if (transactionalId != null) {
      settings.put("transactional.id", transactionalId);
    }
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }
}
