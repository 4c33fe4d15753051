package io.facestream.client.gallery;

import io.facestream.client.BrokerUnreachableException;
import io.facestream.wire.proto.GalleryEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the gallery from its first record to the end seen at the start of the read.
 *
 * <pre>{@code
 * try (GalleryReader reader = GalleryReader.open(topic)) {
 *   Map<String, GalleryEntry> entries = reader.latest((id, entry) -> entry);
 * }
 * }</pre>
 */
public final class GalleryReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GalleryReader.class);

  /** A gallery that is written to without end is not waited for. */
  private static final int CATCH_UPS = 10;

  private static final Duration POLL = Duration.ofMillis(200);

  private final GalleryTopic topic;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  private GalleryReader(
      GalleryTopic topic, KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    this.topic = topic;
    this.consumer = consumer;
    this.partitions = partitions;
  }

  /**
   * Connects, creating nothing.
   *
   * @throws BrokerUnreachableException when no broker answers within ten seconds
   * @throws NoSuchGalleryException when the topic does not exist
   */
  public static GalleryReader open(GalleryTopic topic) {
    KafkaConsumer<byte[], byte[]> consumer;
    try {
      consumer =
          new KafkaConsumer<>(
              settings(topic), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    } catch (KafkaException e) {
      throw new BrokerUnreachableException(topic.bootstrapServers(), e);
    }
    try {
      var found = consumer.partitionsFor(topic.name());
      if (found == null || found.isEmpty()) {
        throw new NoSuchGalleryException(topic);
      }
      List<TopicPartition> partitions =
          found.stream().map(p -> new TopicPartition(p.topic(), p.partition())).toList();
      consumer.assign(partitions);
      return new GalleryReader(topic, consumer, partitions);
    } catch (TimeoutException e) {
      consumer.close();
      throw new BrokerUnreachableException(topic.bootstrapServers(), e);
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  /**
   * What is enrolled: for each template id that is not erased, what {@code keep} makes of its last
   * entry.
   *
   * @param keep gets template id and entry; null leaves the template out. Memory is what it
   *     returns, so a caller that needs no embeddings should drop them here.
   */
  public <T> Map<String, T> latest(BiFunction<String, GalleryEntry, T> keep) {
    return read(keep).templates();
  }

  /**
   * What is enrolled, and what lies in a partition where it is superseded. When there is any of
   * that, the read goes on until nothing new comes, so that a repair may follow at once.
   *
   * @param keep as of {@link #latest}
   */
  public <T> GallerySnapshot<T> read(BiFunction<String, GalleryEntry, T> keep) {
    FoldedTemplates<T> templates = new FoldedTemplates<>(keep);
    consumer.seekToBeginning(partitions);
    try {
      readToEnd(templates);
      for (int again = 0; again < CATCH_UPS && templates.anySuperseded() && !atEnd(); again++) {
        readToEnd(templates);
      }
    } catch (TimeoutException e) {
      throw new BrokerUnreachableException(topic.bootstrapServers(), e);
    }
    if (templates.withoutId() > 0) {
      LOG.warn("{} records of {} have no usable key", templates.withoutId(), topic.name());
    }
    GallerySnapshot<T> snapshot = templates.snapshot();
    if (!snapshot.unusable().isEmpty()) {
      LOG.warn("{}", snapshot.aboutUnusable());
    }
    return snapshot;
  }

  private void readToEnd(FoldedTemplates<?> templates) {
    ReadProgress progress = new ReadProgress(consumer, partitions, ReadProgress.STALL);
    while (!progress.reachedEnd()) {
      consumer.poll(POLL).forEach(templates::add);
    }
  }

  private boolean atEnd() {
    return consumer.endOffsets(partitions).entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  @Override
  public void close() {
    consumer.close();
  }

  private static Properties settings(GalleryTopic topic) {
    Properties settings = topic.clientSettings();
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, GalleryTopic.ANSWER_TIMEOUT_MILLIS);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 8 * 1024 * 1024);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
    return settings;
  }
}
