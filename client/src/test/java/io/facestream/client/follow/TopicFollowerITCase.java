package io.facestream.client.follow;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.client.KafkaConnection;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.wire.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TopicFollowerITCase {
  private static EmbeddedKafka kafka;

  @BeforeAll
  static void start() throws Exception {
    kafka = EmbeddedKafka.start();
    TopicAdmin.createMissing(
        KafkaConnection.to(kafka.bootstrapServers()), (short) 1, List.of(Topics.ALERTS));
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(Topics.ALERTS.name(), new byte[1], new byte[1])).get();
    }
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @Test
  void bears_to_be_closed_before_it_reads_after_its_end_and_twice() throws Exception {
    TopicFollower young = follower(record -> {});
    young.close();
    young.close();

    TopicFollower drained = follower(record -> {});
    drained.drain();
    drained.drain();
    drained.close();
    drained.close();
    assertThatCode(drained::requireHealthy).doesNotThrowAnyException();
  }

  @Test
  void bears_to_be_closed_after_its_handler_failed_and_still_says_so() throws Exception {
    TopicFollower failed =
        follower(
            record -> {
              throw new IllegalArgumentException("no such alert");
            });
    assertThatThrownBy(failed::drain).hasMessage("no such alert");
    failed.close();
    assertThatThrownBy(failed::requireHealthy).hasMessage("no such alert");
  }

  private static TopicFollower follower(TopicFollower.Handler handler) {
    return TopicFollower.start(
        KafkaConnection.to(kafka.bootstrapServers()),
        Duration.ZERO,
        Map.of(Topics.ALERTS.name(), handler));
  }
}
