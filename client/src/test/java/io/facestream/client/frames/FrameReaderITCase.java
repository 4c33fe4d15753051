package io.facestream.client.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.client.BrokerUnreachableException;
import io.facestream.client.KafkaConnection;
import io.facestream.client.gallery.GalleryTopic;
import io.facestream.client.testing.GalleryBroker;
import io.facestream.client.testing.ShortPatience;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.client.verdicts.StoredVerdict;
import io.facestream.client.verdicts.VerdictReader;
import io.facestream.wire.FrameId;
import io.facestream.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A frame, and the verdict about it, found again by what the verdict's id says. */
@ExtendWith(GalleryBroker.class)
class FrameReaderITCase {
  /** Of now: what is older than the topic's retention may be deleted before it is read. */
  private static final long TIME = System.currentTimeMillis();

  @Test
  void shouldFindAFrameAgainUntilItIsGone(GalleryTopic broker) throws Exception {
    String frames = "frames-of-" + broker.name();
    create(broker, frames);
    send(broker, new ProducerRecord<>(frames, 0, TIME, "lobby", "a picture"));
    send(broker, new ProducerRecord<>(frames, 0, TIME + 1, "lobby", "another"));
    deleteBefore(broker, frames, 1);
    try (FrameReader reader = new FrameReader(broker.connection(), frames)) {
      StoredFrame frame = reader.frame(0, 1);
      assertThat(frame.key()).asString(StandardCharsets.UTF_8).isEqualTo("lobby");
      assertThat(frame.capturedAt()).isEqualTo(Instant.ofEpochMilli(TIME + 1));
      assertThat(frame.picture()).asString(StandardCharsets.UTF_8).isEqualTo("another");
      for (long[] gone : new long[][] {{0, 0}, {0, 2}, {0, 99}, {7_000, 0}}) {
        assertThatThrownBy(() -> reader.frame((int) gone[0], gone[1]))
            .isInstanceOf(FrameGoneException.class)
            .hasMessage(
                "Frame " + gone[0] + "-" + gone[1] + " is no longer on topic '" + frames + "'");
      }
      assertThat(reader.read(0, 1)).as("after a miss").asString().isEqualTo("another");
    }
  }

  @Test
  void shouldNotSayOfWhatComesTooSlowlyThatItIsGone(GalleryTopic broker) throws Exception {
    String frames = "slow-frames-of-" + broker.name();
    create(broker, frames);
    send(broker, new ProducerRecord<>(frames, 0, TIME, "lobby", "a picture"));
    try (FrameReader reader = new FrameReader(broker.connection(), frames)) {
      try (var patience = ShortPatience.none()) {
        assertThatThrownBy(() -> reader.frame(0, 0)).isInstanceOf(BrokerUnreachableException.class);
      }
      assertThat(reader.read(0, 0)).asString().isEqualTo("a picture");
    }
  }

  @Test
  @Timeout(30)
  void shouldSayThatNoBrokerAnswersWhenPatienceIsAtItsEnd() {
    try (var patience = ShortPatience.ofASecond()) {
      assertThatThrownBy(() -> new FrameReader(KafkaConnection.to("127.0.0.1:1"), "frames"))
          .isInstanceOf(BrokerUnreachableException.class);
    }
  }

  @Test
  void shouldFindTheVerdictOfAFrame(GalleryTopic broker) throws Exception {
    String verdicts = "verdicts-of-" + broker.name();
    FrameId second = new FrameId("lobby", 0, 1);
    assertThat(find(broker, verdicts, second, 0)).as("no topic").isEmpty();
    create(broker, verdicts);
    send(broker, new ProducerRecord<>(verdicts, 0, TIME, "lobby", verdict("lobby@0-0")));
    send(broker, new ProducerRecord<>(verdicts, 0, TIME, "lobby", "no JSON"));
    send(broker, new ProducerRecord<>(verdicts, 0, TIME + 1, "lobby", verdict("lobby@0-1")));
    assertThat(find(broker, verdicts, second, TIME).orElseThrow().json())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(verdict("lobby@0-1"));
    assertThat(find(broker, verdicts, second, TIME + 2)).isEmpty();
    assertThat(find(broker, verdicts, new FrameId("lobby", 0, 2), 0)).isEmpty();
  }

  private static Optional<StoredVerdict> find(
      GalleryTopic broker, String topic, FrameId frame, long since) {
    return VerdictReader.find(frame, Instant.ofEpochMilli(since), broker.connection(), topic);
  }

  private static String verdict(String id) {
    return "{\"verdictId\":\"" + id + "\",\"cameraId\":\"lobby\",\"more\":1}";
  }

  private static void create(GalleryTopic broker, String topic) {
    TopicAdmin.createMissing(broker.connection(), (short) 1, List.of(Topics.VERDICTS.named(topic)));
  }

  private static void send(GalleryTopic broker, ProducerRecord<String, String> record)
      throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(record).get();
    }
  }

  private static void deleteBefore(GalleryTopic broker, String topic, long offset)
      throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin
          .deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(offset)))
          .all()
          .get();
    }
  }
}
