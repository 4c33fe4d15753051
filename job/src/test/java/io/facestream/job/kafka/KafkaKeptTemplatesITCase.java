package io.facestream.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.KafkaConnection;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.wire.TopicSpec;
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
          List.of(new TopicSpec(TOPIC, 2, Map.of("delete.retention.ms", "7200000"))));
      write(broker);
      var kept = new KafkaKeptTemplates(KafkaConnection.to(broker.bootstrapServers()), TOPIC);
      List<String> places = new ArrayList<>();
      kept.read((id, partition, offset) -> places.add(id + " " + partition + ":" + offset));
      assertThat(places).containsExactlyInAnyOrder("ada/1 0:0", "ada/1 0:1", "zoë/1 1:1");
      assertThat(kept.remembersErasuresFor()).isEqualTo(Duration.ofHours(2));
    }
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
    }
  }
}
