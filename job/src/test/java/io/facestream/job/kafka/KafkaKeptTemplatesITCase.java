package io.facestream.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.KafkaConnection;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.wire.TopicSpec;
import io.facestream.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class KafkaKeptTemplatesITCase {
  private static final String TOPIC = "gallery";

  @Test
  void shouldHandOutWhereTemplatesLieAndHowLongErasuresStay() throws Exception {
    try (EmbeddedKafka broker = EmbeddedKafka.start()) {
      TopicAdmin.createMissing(
          KafkaConnection.to(broker.bootstrapServers()),
          (short) 1,
          List.of(
              new TopicSpec(TOPIC, 2, Map.of("delete.retention.ms", "7200000")), Topics.POLICIES));
      write(broker);
      requirePolicies(broker);
      var kept = new KafkaKeptTemplates(KafkaConnection.to(broker.bootstrapServers()), TOPIC);
      List<String> places = new ArrayList<>();
      kept.read((id, partition, offset) -> places.add(id + " " + partition + ":" + offset));
      assertThat(places).containsExactlyInAnyOrder("ada/1 0:0", "ada/1 0:1", "zoë/1 1:1");
      assertThat(kept.remembersErasuresFor()).isEqualTo(Duration.ofHours(2));
    }
  }

  private static void requirePolicies(EmbeddedKafka broker) throws Exception {
    var kept =
        new KafkaKeptPolicies(
            KafkaConnection.to(broker.bootstrapServers()), Topics.POLICIES.name());
    List<String> read = new ArrayList<>();
    Map<Integer, Long> ends =
        kept.read(
            record ->
                read.add(
                    record.offset()
                        + " "
                        + new String(record.key(), StandardCharsets.UTF_8)
                        + " "
                        + (record.value() == null ? "taken back" : record.value().length)));
    assertThat(read).containsExactly("0 default 2", "1 default taken back");
    assertThat(ends).isEqualTo(Map.of(0, 2L));
  }

  private static void write(EmbeddedKafka broker) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      byte[] ada = "ada/1".getBytes(StandardCharsets.UTF_8);
      byte[] zoe = "zoë/1".getBytes(StandardCharsets.UTF_8);
      byte[] notText = {(byte) 0xff, '/', '1'};
      producer.send(new ProducerRecord<>(TOPIC, 0, ada, new byte[] {1}));
      producer.send(new ProducerRecord<>(TOPIC, 0, ada, new byte[] {2}));
      producer.send(new ProducerRecord<>(TOPIC, 0, ada, null));
      producer.send(new ProducerRecord<>(TOPIC, 1, notText, new byte[] {1}));
      producer.send(new ProducerRecord<>(TOPIC, 1, zoe, new byte[] {1}));
      byte[] key = "default".getBytes(StandardCharsets.UTF_8);
      producer.send(new ProducerRecord<>(Topics.POLICIES.name(), key, new byte[] {'{', '}'}));
      producer.send(new ProducerRecord<>(Topics.POLICIES.name(), key, null));
    }
  }
}
