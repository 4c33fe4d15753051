package io.facestream.cluster;

import io.facestream.wire.Json;
import io.facestream.wire.Topics;
import io.facestream.wire.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the verdicts of a cluster. */
final class Verdicts {
  private Verdicts() {}

  /** Waits for so many, from the beginning; returns fewer when they do not come in time. */
  static List<Verdict> read(String bootstrapServers, long count, Duration patience)
      throws IOException {
    return read(bootstrapServers, count, Collection::size, patience);
  }

  /** The same where a restart may repeat some: until there are so many different ones. */
  static List<Verdict> readDistinct(String bootstrapServers, long count, Duration patience)
      throws IOException {
    return read(bootstrapServers, count, Verdicts::distinct, patience);
  }

  private static int distinct(List<Verdict> verdicts) {
    return verdicts.stream().map(Verdict::verdictId).collect(Collectors.toSet()).size();
  }

  private static List<Verdict> read(
      String bootstrapServers, long count, ToIntFunction<List<Verdict>> counted, Duration patience)
      throws IOException {
    List<Verdict> verdicts = new ArrayList<>();
    long deadline = System.nanoTime() + patience.toNanos();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.VERDICTS.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (counted.applyAsInt(verdicts) < count && System.nanoTime() < deadline) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          verdicts.add(Json.fromBytes(record.value(), Verdict.class));
        }
      }
    }
    if (counted.applyAsInt(verdicts) < count) {
      throw new AssertionError(
          String.format(
              Locale.ROOT, "%d verdicts of %d frames", counted.applyAsInt(verdicts), count));
    }
    return verdicts;
  }
}
