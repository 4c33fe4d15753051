package io.facestream.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class JsonSerdeTest {
  private final JsonSerde<Alert> alerts = new JsonSerde<>(Alert.class);

  @Test
  void shouldReadBackWhatItWrote() {
    Alert alert = Answers.alertWithEverything();
    byte[] value = alerts.serializer().serialize("alerts", alert);
    assertThat(alerts.deserializer().deserialize("alerts", value)).isEqualTo(alert);
  }

  @Test
  void shouldWriteTheBytesOfTheJob() {
    Alert alert = Answers.alertWithTheLeast();
    assertThat(alerts.serializer().serialize("alerts", alert)).isEqualTo(Json.toBytes(alert));
  }

  @Test
  void shouldPassTombstonesOn() {
    assertThat(alerts.serializer().serialize("alerts", null)).isNull();
    assertThat(alerts.deserializer().deserialize("alerts", null)).isNull();
  }

  @Test
  void shouldNameTopicAndTypeOfWhatItCannotRead() {
    byte[] text = "hello".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> alerts.deserializer().deserialize("alerts", text))
        .isInstanceOf(SerializationException.class)
        .hasMessageStartingWith("A record on 'alerts' is no Alert: ");
  }
}
