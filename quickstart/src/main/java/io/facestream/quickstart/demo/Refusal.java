package io.facestream.quickstart.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.facestream.wire.DeadLetterHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A dead letter: a record that the job refused. Written as JSON, bytes are base64.
 *
 * @param topic the topic that the job read it from
 * @param partition of that topic
 * @param offset in that partition
 * @param key in UTF-8: a frame's camera, a template's id; null when there is none, or in other
 *     bytes
 * @param keyBytes the key when it is not UTF-8, else null
 * @param reason cause and cure for people
 * @param exception class name of the exception behind it, or null
 * @param size of the value, bytes
 * @param value as it came, or its beginning where the topic took no more; null when there was none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Refusal(
    String topic,
    int partition,
    long offset,
    String key,
    byte[] keyBytes,
    String reason,
    String exception,
    int size,
    byte[] value) {

  /** Reads a record of a topic of dead letters. */
  static Refusal of(ConsumerRecord<byte[], byte[]> letter) {
    String key = utf8(letter.key());
    return new Refusal(
        header(letter, DeadLetterHeaders.SOURCE_TOPIC, ""),
        Integer.parseInt(header(letter, DeadLetterHeaders.SOURCE_PARTITION, "-1")),
        Long.parseLong(header(letter, DeadLetterHeaders.SOURCE_OFFSET, "-1")),
        key,
        key == null ? letter.key() : null,
        header(letter, DeadLetterHeaders.REASON, "no reason given"),
        header(letter, DeadLetterHeaders.EXCEPTION, null),
        Integer.parseInt(header(letter, DeadLetterHeaders.TRUNCATED, sizeOf(letter.value()))),
        letter.value());
  }

  /** Where it stood, in the form of an alert's id: {@code lobby@0-4711}. */
  String place() {
    return (key == null ? "no readable key" : key) + "@" + partition + "-" + offset;
  }

  /** A template's id, and where it stood when it has none. */
  String keyOrPlace() {
    return key == null ? place() : key;
  }

  private static String header(
      ConsumerRecord<byte[], byte[]> letter, String name, String otherwise) {
    Header header = letter.headers().lastHeader(name);
    return header == null ? otherwise : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static String sizeOf(byte[] value) {
    return Integer.toString(value == null ? 0 : value.length);
  }

  private static String utf8(byte[] bytes) {
    try {
      return bytes == null
          ? null
          : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
