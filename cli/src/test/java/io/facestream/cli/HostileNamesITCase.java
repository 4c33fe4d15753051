package io.facestream.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.facestream.client.KafkaConnection;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.wire.Topics;
import io.facestream.wire.proto.GalleryEntry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What anybody may have written to the gallery, shown by the commands. */
@Timeout(60)
class HostileNamesITCase {
  private static final String NAME = "Ada\u001b[2J\nbob  Bob\u202e\u009b1m\u00ad";

  @Test
  void a_name_that_would_steer_a_terminal_is_shown_escaped_and_stays_what_it_is() throws Exception {
    try (EmbeddedKafka broker = EmbeddedKafka.start()) {
      TopicAdmin.createMissing(
          KafkaConnection.to(broker.bootstrapServers()), (short) 1, List.of(Topics.GALLERY));
      enrol(broker, "ada/1.jpg");
      enrol(broker, "a\u001b[8m/1\n.jpg"); // no id may have that: refused, and to be erased

      String table = gallery(broker, "list");
      assertThat(table)
          .contains("ada     Ada\\x1b[2J\\nbob  Bob\\u202e\\x9b1m\\xad ")
          .doesNotContain("\u001b", "\u202e", "\u009b")
          .hasLineCount(3);
      String json = gallery(broker, "list", "--json");
      assertThat(json).doesNotContain("\u001b", "\u202e", "\u009b").hasLineCount(1);
      assertThat(new ObjectMapper().readTree(json).get("name").asText()).isEqualTo(NAME);

      assertThat(gallery(broker, "erase", "a\u001b[8m"))
          .isEqualTo("Erased 1 template: a\\x1b[8m/1\\n.jpg\n");
    }
  }

  private static void enrol(EmbeddedKafka broker, String id) throws Exception {
    GalleryEntry entry =
        GalleryEntry.newBuilder()
            .setPersonId(id.substring(0, id.indexOf('/')))
            .setName(NAME)
            .setModelId("m")
            .addEmbedding(1)
            .build();
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(Topics.GALLERY.name(), id, entry.toByteArray())).get();
    }
  }

  private static String gallery(EmbeddedKafka broker, String... arguments) {
    List<String> all = new ArrayList<>(List.of("gallery"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--bootstrap-servers", broker.bootstrapServers()));
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    TerminalWriter writer = TerminalWriter.to(new PrintStream(screen, true, UTF_8));
    Facestream.commandLine().setOut(writer).setErr(writer).execute(all.toArray(String[]::new));
    return screen.toString(UTF_8);
  }
}
