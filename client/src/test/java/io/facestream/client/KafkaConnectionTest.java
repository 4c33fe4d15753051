package io.facestream.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaConnectionTest {
  @TempDir private Path folder;

  @Test
  void shouldTakeWhatEveryClientHasAndLeaveTheRestToThoseWhoReadAndWrite() throws IOException {
    KafkaConnection connection =
        connection(
            "security.protocol=SASL_SSL",
            "sasl.mechanism=PLAIN",
            "bootstrap.servers=elsewhere:1",
            "acks=0",
            "group.id=theirs",
            "isolation.level=read_uncommitted",
            "our.own.login.handler=x");
    assertThat(connection.settings(Map.of("acks", "all")))
        .containsOnly(
            Map.entry("bootstrap.servers", "kafka:9093"),
            Map.entry("security.protocol", "SASL_SSL"),
            Map.entry("sasl.mechanism", "PLAIN"),
            Map.entry("our.own.login.handler", "x"),
            Map.entry("acks", "all"));
  }

  @Test
  void shouldTravelToAClusterWholeAndShowNothing() throws Exception {
    KafkaConnection connection = connection("sasl.jaas.config=s3cret");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(connection);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      KafkaConnection arrived = (KafkaConnection) in.readObject();
      assertThat(arrived.settings(Map.of())).isEqualTo(connection.settings(Map.of()));
      assertThat(arrived.toString())
          .isEqualTo("kafka:9093 with the settings of " + folder.resolve("client.properties"));
    }
  }

  @Test
  void shouldSayThatTheFileCannotBeRead() {
    Path nowhere = folder.resolve("nowhere.properties");
    assertThatThrownBy(() -> KafkaConnection.to("kafka:9093", nowhere))
        .isInstanceOf(ConnectionSettingsException.class)
        .hasMessageContaining(nowhere.toString())
        .hasMessageContaining("client properties file");
  }

  @Test
  void shouldNotPassOverAMisspeltSetting() {
    assertThatThrownBy(() -> connection("security.protocl=SASL_SSL"))
        .isInstanceOf(ConnectionSettingsException.class)
        .hasMessage(
            "'"
                + folder.resolve("client.properties")
                + "' has the setting security.protocl, which Kafka's clients do not know. Write"
                + " security.protocol if that is meant.");
    assertThatThrownBy(() -> connection("sasl.jaas.confg=s3cret"))
        .hasMessageContaining("sasl.jaas.config")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void shouldNeedNoFile() {
    assertThat(KafkaConnection.to("kafka:9092", null).settings(Map.of()))
        .containsOnly(Map.entry("bootstrap.servers", "kafka:9092"));
  }

  private KafkaConnection connection(String... lines) throws IOException {
    Path file = Files.write(folder.resolve("client.properties"), List.of(lines));
    return KafkaConnection.to("kafka:9093", file);
  }
}
