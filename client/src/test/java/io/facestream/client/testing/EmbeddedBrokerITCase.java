package io.facestream.client.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.topics.TopicAdmin;
import io.facestream.wire.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class EmbeddedBrokerITCase {

  @Test
  void shouldKeepTheLargestPictureOverARestart() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      TopicAdmin.createMissing(broker.connection(), (short) 1, Topics.ALL);
      byte[] picture = new byte[Topics.MAX_FRAME_BYTES];
      picture[Topics.MAX_FRAME_BYTES - 1] = 7;
      publish(broker, picture);
      broker.restart();
      assertThat(readOne(broker).value()).isEqualTo(picture);
    }
  }

  private static void publish(EmbeddedBroker broker, byte[] picture) throws Exception {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            broker.bootstrapServers(),
            "max.request.size",
            Topics.MAX_RECORD_BYTES);
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(Topics.FRAMES.name(), 3, null, picture)).get();
    }
  }

  private static ConsumerRecord<byte[], byte[]> readOne(EmbeddedBroker broker) {
    Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
    TopicPartition partition = new TopicPartition(Topics.FRAMES.name(), 3);
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      return consumer.poll(Duration.ofSeconds(30)).iterator().next();
    }
  }
}
