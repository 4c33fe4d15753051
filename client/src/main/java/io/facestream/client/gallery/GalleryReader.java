package io.facestream.client.gallery;

import io.facestream.client.BrokerPatience;
import io.facestream.client.BrokerUnreachableException;
import io.facestream.client.KafkaFailures;
import io.facestream.client.follow.Consumers;
import io.facestream.client.follow.ReadToEnd;
import io.facestream.wire.proto.GalleryEntry;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
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
    KafkaConsumer<byte[], byte[]> consumer = Consumers.open(topic.connection(), settings());
    try {
      List<TopicPartition> partitions = Consumers.partitionsOf(consumer, topic.name());
      if (partitions.isEmpty()) {
        throw new NoSuchGalleryException(topic);
      }
      consumer.assign(partitions);
      return new GalleryReader(topic, consumer, partitions);
    } catch (KafkaException e) {
      consumer.close();
      throw failure(topic, e);
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  /**
   * What is enrolled: for each template id that is not erased, what {@code keep} makes of its last
   * entry. Negative examples are left out; {@link #read} has them, apart.
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
    return read(EntryCheck.NONE, keep);
  }

  /**
   * The same of the entries that a job takes.
   *
   * @param check which do not count, and why
   */
  public <T> GallerySnapshot<T> read(EntryCheck check, BiFunction<String, GalleryEntry, T> keep) {
    FoldedTemplates<T> templates = new FoldedTemplates<>(check, keep);
    consumer.seekToBeginning(partitions);
    try {
      new ReadToEnd(consumer, partitions).read(templates::add);
      for (int again = 0; again < CATCH_UPS && templates.anySuperseded(); again++) {
        ReadToEnd more = new ReadToEnd(consumer, partitions);
        if (more.reached()) {
          break;
        }
        more.read(templates::add);
      }
    } catch (KafkaException e) {
      throw failure(topic, e);
    }
    return told(templates);
  }

  /**
   * What was enrolled when the records up to these had been read, and no others.
   *
   * @param offsets for each partition that had records, the offset of the last that counts
   * @param check which entries do not count, and why
   * @param keep as of {@link #latest}
   */
  public <T> GalleryThen<T> readAsOf(
      Map<Integer, Long> offsets, EntryCheck check, BiFunction<String, GalleryEntry, T> keep) {
    FoldedTemplates<T> then = new FoldedTemplates<>(check, keep);
    SortedSet<String> writtenSince = new TreeSet<>();
    consumer.seekToBeginning(partitions);
    try {
      new ReadToEnd(consumer, partitions)
          .read(
              record -> {
                Long last = offsets.get(record.partition());
                String id = FoldedTemplates.idOf(record);
                if (last != null && record.offset() <= last) {
                  then.add(record);
                } else if (id != null) {
                  writtenSince.add(id);
                }
              });
    } catch (KafkaException e) {
      throw failure(topic, e);
    }
    return new GalleryThen<>(told(then), writtenSince);
  }

  private <T> GallerySnapshot<T> told(FoldedTemplates<T> templates) {
    if (templates.withoutId() > 0) {
      LOG.warn("{} records of {} have no usable key", templates.withoutId(), topic.name());
    }
    GallerySnapshot<T> snapshot = templates.snapshot();
    if (!snapshot.unusable().isEmpty()) {
      LOG.warn("{}", snapshot.aboutUnusable());
    }
    return snapshot;
  }

  private static RuntimeException failure(GalleryTopic topic, KafkaException failure) {
    return failure instanceof InterruptException
        ? failure
        : KafkaFailures.of(topic.connection(), "read topic '" + topic.name() + "'", failure);
  }

  @Override
  public void close() {
    consumer.close();
  }

  private static Map<String, Object> settings() {
    return Map.of(
        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        BrokerPatience.millis(),
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        BrokerPatience.millis(),
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "earliest",
        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
        50,
        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
        8 * 1024 * 1024,
        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
        5_000);
  }
}
