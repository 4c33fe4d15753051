package io.facestream.client.gallery;

import io.facestream.client.BrokerPatience;
import io.facestream.client.BrokerUnreachableException;
import io.facestream.client.KafkaFailures;
import io.facestream.wire.GalleryBounds;
import io.facestream.wire.Printable;
import io.facestream.wire.TemplateCopy;
import io.facestream.wire.Topics;
import io.facestream.wire.proto.GalleryEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Writes templates and tombstones, acknowledged by all in-sync replicas and without repeats.
 *
 * <p>Thread-safe. Nothing is certain to be stored before {@link #flush} or {@link #close} returns.
 */
public final class GalleryWriter implements AutoCloseable {
  private static final int DELIVERY_TIMEOUT_MILLIS = 60_000;

  private final GalleryTopic topic;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  private GalleryWriter(GalleryTopic topic, KafkaProducer<byte[], byte[]> producer) {
    this.topic = topic;
    this.producer = producer;
  }

  /**
   * Connects to the topic, which must exist ({@link GalleryTopic#createIfMissing}).
   *
   * @throws BrokerUnreachableException when the address does not resolve
   */
  public static GalleryWriter open(GalleryTopic topic) {
    return open(topic, settings());
  }

  /**
   * The same for somebody who waits: what cannot be written in time fails.
   *
   * @param patience at least a second
   * @throws BrokerUnreachableException when the address does not resolve
   */
  public static GalleryWriter open(GalleryTopic topic, Duration patience) {
    Map<String, Object> settings = settings();
    int millis = (int) patience.toMillis();
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) millis);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
    return open(topic, settings);
  }

  private static GalleryWriter open(GalleryTopic topic, Map<String, Object> settings) {
    try {
      return new GalleryWriter(
          topic,
          new KafkaProducer<>(
              topic.clientSettings(settings),
              new ByteArraySerializer(),
              new ByteArraySerializer()));
    } catch (KafkaException e) {
      throw KafkaFailures.ofClient(topic.connection(), e);
    }
  }

  /**
   * Stores a template, replacing an earlier one of the same id.
   *
   * @param templateId {@code person/photo}
   * @throws IllegalArgumentException when id or entry is beyond the {@link GalleryBounds}; nothing
   *     is written then
   * @throws GalleryWriteException when this or an earlier record could not be stored
   */
  public void put(String templateId, GalleryEntry entry) {
    requireWithinBounds(templateId, GalleryBounds.complaint(templateId));
    requireWithinBounds(templateId, GalleryBounds.complaint(entry));
    send(templateId, entry.toByteArray());
  }

  /**
   * Erases a template, whatever partition it is in; unknown ids are erased without complaint.
   *
   * <p>The tombstone goes where the key belongs. Every other partition gets a repair, which speaks
   * of itself only: a tombstone there could be later, by the clock, than a template that this
   * writer stores next.
   */
  public void erase(String templateId) {
    byte[] key = templateId.getBytes(StandardCharsets.UTF_8);
    int partitions = partitions();
    int own = Utils.toPositive(Utils.murmur2(key)) % partitions;
    send(templateId, null);
    for (int partition = 0; partition < partitions; partition++) {
      if (partition != own) {
        send(GalleryRepairs.recordOfAllBefore(topic.name(), partition, templateId));
      }
    }
  }

  private int partitions() {
    try {
      return producer.partitionsFor(topic.name()).size();
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      throw new GalleryWriteException(topic, e);
    }
  }

  /** Takes superseded templates out of their partitions, as a read has just found them. */
  public void repair(Map<String, List<TemplateCopy>> superseded) {
    superseded.forEach(
        (id, copies) ->
            copies.forEach(
                copy ->
                    send(
                        GalleryRepairs.record(topic.name(), copy.partition(), id, copy.offset()))));
    flush();
  }

  /** Waits until everything is stored. */
  public void flush() {
    producer.flush();
    failOnEarlierError();
  }

  @Override
  public void close() {
    try {
      flush();
    } finally {
      producer.close(Duration.ofSeconds(10));
    }
  }

  private static void requireWithinBounds(String templateId, String complaint) {
    if (complaint != null) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The template %s cannot be stored: %s",
              Printable.of(templateId, 100),
              complaint));
    }
  }

  private void send(String key, byte[] value) {
    send(new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), value));
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    failOnEarlierError();
    try {
      producer.send(
          record,
          (metadata, error) -> {
            if (error != null) {
              failure.compareAndSet(null, error);
            }
          });
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      throw new GalleryWriteException(topic, e);
    }
  }

  private void failOnEarlierError() {
    Exception error = failure.get();
    if (error instanceof AuthenticationException || error instanceof AuthorizationException) {
      throw KafkaFailures.of(topic.connection(), "write to topic '" + topic.name() + "'", error);
    }
    if (error != null) {
      throw new GalleryWriteException(topic, error);
    }
  }

  private static Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // On a partition that is seconds old the broker may turn away a first batch and take a second
    // one; the first is then out of sequence for good. One request at a time cannot be overtaken.
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) BrokerPatience.millis());
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_RECORD_BYTES);
    // A template is 0.5 to 2 KB: large batches are what makes a million of them quick.
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L * 1024 * 1024);
    return settings;
  }
}
