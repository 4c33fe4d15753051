package io.facestream.client.verdicts;

import io.facestream.client.BrokerPatience;
import io.facestream.client.KafkaConnection;
import io.facestream.client.KafkaFailures;
import io.facestream.client.follow.Consumers;
import io.facestream.client.follow.ReadToEnd;
import io.facestream.wire.CameraIds;
import io.facestream.wire.FrameId;
import io.facestream.wire.Json;
import io.facestream.wire.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the verdicts since a moment, to the end seen at the start of the read.
 *
 * <pre>{@code
 * boolean there =
 *     VerdictReader.readSince(
 *         Instant.now().minus(Duration.ofHours(1)), connection, "verdicts", (at, verdict) -> …);
 * }</pre>
 */
public final class VerdictReader {
  private static final Logger LOG = LoggerFactory.getLogger(VerdictReader.class);

  private VerdictReader() {}

  /**
   * Reads them, those of one camera in order. What is no verdict is passed over, and the log tells
   * how many such there were.
   *
   * @param since by the timestamps of the records
   * @param visitor gets the timestamp of the record, and the verdict
   * @return false when there is no such topic
   * @throws io.facestream.client.BrokerUnreachableException when no broker answers
   * @throws io.facestream.client.BrokerRefusedException when this user may not read the topic
   */
  public static boolean readSince(
      Instant since,
      KafkaConnection connection,
      String topic,
      BiConsumer<Instant, Verdict> visitor) {
    try (KafkaConsumer<byte[], byte[]> consumer = Consumers.open(connection, settings())) {
      List<TopicPartition> partitions = Consumers.partitionsOf(consumer, topic);
      if (partitions.isEmpty()) {
        return false;
      }
      consumer.assign(partitions);
      ReadToEnd toEnd = new ReadToEnd(consumer, partitions);
      seek(consumer, partitions, since);
      long[] unreadable = new long[1];
      toEnd.read(record -> unreadable[0] += visit(record, visitor) ? 0 : 1);
      if (unreadable[0] > 0) {
        LOG.warn("{} records of {} are no verdicts", unreadable[0], topic);
      }
      return true;
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      throw KafkaFailures.of(connection, "read topic '" + topic + "'", e);
    }
  }

  /**
   * Looks for the verdict of one frame; the first where it was written more than once.
   *
   * @param since by the timestamp of its record
   * @return empty when the topic does not hold it, or does not exist
   * @throws io.facestream.client.BrokerUnreachableException when no broker answers
   * @throws io.facestream.client.BrokerRefusedException when this user may not read the topic
   */
  public static Optional<StoredVerdict> find(
      FrameId frame, Instant since, KafkaConnection connection, String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer = Consumers.open(connection, settings())) {
      List<TopicPartition> partitions = Consumers.partitionsOf(consumer, topic);
      consumer.assign(partitions);
      ReadToEnd toEnd = new ReadToEnd(consumer, partitions);
      seek(consumer, partitions, since);
      byte[] key = CameraIds.keyOf(frame.cameraId());
      String id = frame.toString();
      while (!partitions.isEmpty() && !toEnd.reached()) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Consumers.POLL)) {
          // Most are of other cameras, and need not be read.
          Verdict verdict = Arrays.equals(record.key(), key) ? verdictIn(record) : null;
          if (verdict != null && id.equals(verdict.verdictId())) {
            return Optional.of(
                new StoredVerdict(
                    verdict, record.value(), Instant.ofEpochMilli(record.timestamp())));
          }
        }
      }
      return Optional.empty();
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      throw KafkaFailures.of(connection, "read topic '" + topic + "'", e);
    }
  }

  private static void seek(
      KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Instant since) {
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, Math.max(0, since.toEpochMilli())));
    consumer
        .offsetsForTimes(times)
        .forEach(
            (partition, found) -> {
              if (found == null) {
                consumer.seekToEnd(List.of(partition));
              } else {
                consumer.seek(partition, found.offset());
              }
            });
  }

  private static boolean visit(
      ConsumerRecord<byte[], byte[]> record, BiConsumer<Instant, Verdict> visitor) {
    Verdict verdict = verdictIn(record);
    if (verdict == null) {
      return false;
    }
    visitor.accept(Instant.ofEpochMilli(record.timestamp()), verdict);
    return true;
  }

  private static Verdict verdictIn(ConsumerRecord<byte[], byte[]> record) {
    try {
      Verdict verdict =
          record.value() == null ? null : Json.fromBytes(record.value(), Verdict.class);
      return verdict == null || verdict.cameraId() == null ? null : verdict;
    } catch (IOException e) {
      return null;
    }
  }

  private static Map<String, Object> settings() {
    return Map.of(
        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        BrokerPatience.millis(),
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        BrokerPatience.millis(),
        // Forgotten meanwhile: what is left is read.
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "earliest",
        // The default of half a second would be most of the time a short topic takes.
        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
        50,
        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
        5_000);
  }
}
