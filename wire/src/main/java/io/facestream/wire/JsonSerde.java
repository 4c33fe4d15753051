package io.facestream.wire;

import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Verdicts and alerts for Kafka's own clients; thread-safe.
 *
 * <pre>{@code
 * new KafkaConsumer<>(
 *     settings, new StringDeserializer(), new JsonSerde<>(Alert.class).deserializer());
 * }</pre>
 *
 * @param <T> {@link Verdict} or {@link Alert}
 */
public final class JsonSerde<T> implements Serde<T> {
  private final Class<T> type;

  public JsonSerde(Class<T> type) {
    this.type = type;
  }

  @Override
  public Serializer<T> serializer() {
    return (topic, value) -> value == null ? null : Json.toBytes(value);
  }

  /**
   * Fails with Kafka's {@link SerializationException} on a value that is not the record's JSON; the
   * consumer names partition and offset then, so that one can seek past it.
   */
  @Override
  public Deserializer<T> deserializer() {
    return (topic, bytes) -> {
      try {
        return bytes == null ? null : Json.fromBytes(bytes, type);
      } catch (IOException e) {
        throw new SerializationException(
            "A record on '" + topic + "' is no " + type.getSimpleName() + ": " + e.getMessage(), e);
      }
    };
  }
}
