package io.facestream.embedded.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.ports.Ports;
import io.facestream.wire.Remedy;
import io.facestream.wire.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class EmbeddedKafkaITCase {
  private static final TopicPartition FRAMES = new TopicPartition(Topics.FRAMES.name(), 0);

  @Test
  void shouldKeepTheLargestPictureOverARestart() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      createFrames(kafka);
      byte[] picture = new byte[Topics.MAX_FRAME_BYTES];
      picture[Topics.MAX_FRAME_BYTES - 1] = 7;
      publish(kafka, picture);
      kafka.restart();
      assertThat(readOne(kafka)).isEqualTo(picture);
    }
  }

  @Test
  void shouldAnswerAtEachOfItsListeners() throws Exception {
    List<String> listeners = List.of("INSIDE", "OUTSIDE");
    try (EmbeddedKafka kafka = EmbeddedKafka.start(listeners, Map.of("num.partitions", "3"))) {
      assertThat(kafka.bootstrapServers()).isEqualTo(kafka.bootstrapServers("INSIDE"));
      for (String listener : listeners) {
        String address = kafka.bootstrapServers(listener);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
          assertThat(admin.describeCluster().nodes().get())
              .singleElement()
              .satisfies(node -> assertThat(node.host() + ":" + node.port()).isEqualTo(address));
        }
      }
    }
  }

  @Test
  void shouldLeaveNothingInTheTemporaryFolder() throws Exception {
    EmbeddedKafka kafka = EmbeddedKafka.start();
    Path folder = folderOf(kafka);
    kafka.close();
    assertThat(folder).doesNotExist();
    // Closed twice it is as closed as before.
    kafka.close();
  }

  @Test
  void shouldStartOnTheChosenPort() {
    int port = Ports.free();
    try (EmbeddedKafka kafka = EmbeddedKafka.start(port)) {
      assertThat(kafka.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
      assertThat(Ports.answers(port)).isTrue();
    }
  }

  @Test
  void shouldNameThePortThatIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> EmbeddedKafka.start(port))
          .isInstanceOfSatisfying(
              PortTakenException.class,
              e -> assertThat(e.remedies()).containsExactly(Remedy.BROKER_PORT))
          .hasMessage("Port " + port + " is taken, so Kafka cannot start on it; free it");
    }
  }

  private static void createFrames(EmbeddedKafka kafka) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      NewTopic frames =
          new NewTopic(FRAMES.topic(), 1, (short) 1).configs(Topics.FRAMES.settings());
      admin.createTopics(List.of(frames)).all().get();
    }
  }

  private static void publish(EmbeddedKafka kafka, byte[] picture) throws Exception {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            kafka.bootstrapServers(),
            "max.request.size",
            Topics.MAX_RECORD_BYTES);
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(FRAMES.topic(), picture)).get();
    }
  }

  private static byte[] readOne(EmbeddedKafka kafka) {
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(FRAMES));
      consumer.seekToBeginning(List.of(FRAMES));
      return consumer.poll(Duration.ofSeconds(30)).iterator().next().value();
    }
  }

  /** By the address in its settings, since other brokers may come and go on this machine. */
  private static Path folderOf(EmbeddedKafka kafka) throws IOException {
    String port = kafka.bootstrapServers().substring(kafka.bootstrapServers().indexOf(':') + 1);
    try (Stream<Path> found = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return found
          .filter(path -> path.getFileName().toString().startsWith("facestream-kafka-"))
          .filter(path -> settingsIn(path).contains(port))
          .findFirst()
          .orElseThrow();
    }
  }

  private static String settingsIn(Path folder) {
    try {
      return Files.readString(folder.resolve("server.properties"));
    } catch (IOException e) {
      return ""; // Another's, which is gone or not yet written.
    }
  }
}
