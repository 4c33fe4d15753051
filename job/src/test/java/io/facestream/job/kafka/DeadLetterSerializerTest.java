package io.facestream.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.job.records.DeadLetter;
import io.facestream.wire.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class DeadLetterSerializerTest {
  private static final int LIMIT = 10_000;

  private final DeadLetterSerializer serializer = DeadLetterSerializer.withLimit("dlq", LIMIT);

  @Test
  void shouldWriteARecordAsItCame() {
    ProducerRecord<byte[], byte[]> record = letter(new byte[] {1}, new byte[LIMIT / 2], "bad");
    assertThat(record.key()).containsExactly(1);
    assertThat(record.value()).hasSize(LIMIT / 2);
    assertThat(record.headers().lastHeader(DeadLetterHeaders.TRUNCATED)).isNull();
  }

  @Test
  void shouldCutTheValueToWhatTheTopicTakesAndTellHowLargeItWas() {
    ProducerRecord<byte[], byte[]> record = letter(new byte[] {1}, new byte[5 * LIMIT], "bad");
    assertThat(size(record)).isEqualTo(LIMIT);
    assertThat(record.key()).containsExactly(1);
    assertThat(header(record, DeadLetterHeaders.TRUNCATED)).isEqualTo("50000");
  }

  @Test
  void shouldCutAKeyThatIsTooLargeByItself() {
    assertThat(size(letter(new byte[5 * LIMIT], new byte[5 * LIMIT], "bad"))).isEqualTo(LIMIT);
    assertThat(size(letter(new byte[5 * LIMIT], null, "bad"))).isEqualTo(LIMIT);
  }

  @Test
  void shouldKeepTheReasonToOneLineOfABoundedLength() {
    String reason = header(letter(null, null, "x\n".repeat(LIMIT)), DeadLetterHeaders.REASON);
    assertThat(reason).hasSizeLessThanOrEqualTo(1000).startsWith("x\\nx\\n").endsWith("…");
  }

  @Test
  void shouldFitATopicThatTakesHardlyAnything() {
    DeadLetterSerializer tiny = DeadLetterSerializer.withLimit("dlq", 1_000);
    DeadLetter letter = new DeadLetter("frames", 0, 7, null, new byte[9], "漢".repeat(LIMIT), null);
    assertThat(size(tiny.serialize(letter, null, null))).isLessThanOrEqualTo(1_000);
  }

  @Test
  void shouldNameTheRecordWhoseLetterCannotBeWritten() {
    DeadLetterSerializer broken = DeadLetterSerializer.withLimit(null, LIMIT);
    DeadLetter letter = new DeadLetter("frames", 3, 4711, null, null, "bad", null);
    assertThatThrownBy(() -> broken.serialize(letter, null, null))
        .hasMessageStartingWith("The dead letter of frames:3:4711 cannot be written to 'null': ");
  }

  private ProducerRecord<byte[], byte[]> letter(byte[] key, byte[] value, String reason) {
    return serializer.serialize(
        new DeadLetter("frames", 0, 7, key, value, reason, null), null, null);
  }

  private static long size(ProducerRecord<byte[], byte[]> record) {
    return RecordSize.of(record.key(), record.value(), record.headers());
  }

  private static String header(ProducerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
