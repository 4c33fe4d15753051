package io.facestream.quickstart.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.facestream.wire.DeadLetterHeaders;
import io.facestream.wire.Json;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RefusalTest {
  private static final byte[] NO_UTF8 = {(byte) 0xFF, 0};

  @Test
  void a_dead_letter_is_kept_with_reason_place_and_bytes() throws Exception {
    Map<String, String> headers =
        Map.of(
            DeadLetterHeaders.REASON, "no picture",
            DeadLetterHeaders.SOURCE_TOPIC, "frames",
            DeadLetterHeaders.SOURCE_PARTITION, "3",
            DeadLetterHeaders.SOURCE_OFFSET, "4711");
    Refusal refusal = Refusal.of(letter("lobby".getBytes(UTF_8), new byte[] {1, 2}, headers));

    assertThat(refusal.place()).isEqualTo("lobby@3-4711");
    JsonNode json = new ObjectMapper().readTree(Json.toBytes(refusal));
    assertThat(json.toString())
        .isEqualTo(
            "{\"topic\":\"frames\",\"partition\":3,\"offset\":4711,\"key\":\"lobby\","
                + "\"reason\":\"no picture\",\"size\":2,\"value\":\"AQI=\"}");
  }

  @Test
  void a_key_that_is_no_utf_8_is_kept_as_its_bytes_and_a_cut_value_with_its_whole_size()
      throws Exception {
    Refusal refusal =
        Refusal.of(letter(NO_UTF8, new byte[3], Map.of(DeadLetterHeaders.TRUNCATED, "9000000")));

    assertThat(refusal.key()).isNull();
    assertThat(refusal.keyBytes()).isEqualTo(NO_UTF8);
    assertThat(refusal.size()).isEqualTo(9_000_000);
  }

  @Test
  void a_letter_without_anything_is_kept_too() {
    Refusal refusal = Refusal.of(letter(null, null, Map.of()));

    assertThat(refusal.size()).isZero();
    assertThat(refusal.reason()).isEqualTo("no reason given");
  }

  private static ConsumerRecord<byte[], byte[]> letter(
      byte[] key, byte[] value, Map<String, String> headers) {
    ConsumerRecord<byte[], byte[]> letter = new ConsumerRecord<>("frames.dlq", 0, 0, key, value);
    headers.forEach((name, text) -> letter.headers().add(name, text.getBytes(UTF_8)));
    return letter;
  }
}
