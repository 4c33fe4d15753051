package io.facestream.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.client.topics.TopicAdmin;
import io.facestream.wire.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaITCase {
  private static final short ALONE = 1;

  @Test
  void shouldServeTheTopicsOfTheProject() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      TopicAdmin.createMissing(kafka.connection(), ALONE, Topics.ALL);

      assertThat(topicsOf(kafka)).contains("frames", "gallery", "verdicts", "alerts");
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
  void shouldKeepItsTopicsInAGivenFolder(@TempDir Path folder) throws Exception {
    try (EmbeddedKafka first = EmbeddedKafka.start(0, folder)) {
      TopicAdmin.createMissing(first.connection(), ALONE, List.of(Topics.GALLERY));
    }
    try (EmbeddedKafka second = EmbeddedKafka.start(0, folder)) {
      assertThat(topicsOf(second)).contains("gallery");
    }
  }

  @Test
  void shouldNameThePortThatIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> EmbeddedKafka.start(port))
          .isInstanceOf(QuickstartException.class)
          .hasMessageContaining("Port " + port + " is taken");
    }
  }

  private static Set<String> topicsOf(EmbeddedKafka kafka) throws Exception {
    try (var admin = TopicAdmin.open(kafka.connection())) {
      return admin.listTopics().names().get();
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
