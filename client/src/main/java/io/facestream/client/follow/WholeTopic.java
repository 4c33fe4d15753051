package io.facestream.client.follow;

import io.facestream.client.BrokerPatience;
import io.facestream.client.KafkaConnection;
import io.facestream.client.KafkaFailures;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** A small topic, all of which is read, from its first record. */
public final class WholeTopic {
  private WholeTopic() {}

  /**
   * Reads all records to the end seen at the start, in the order of their partition.
   *
   * @return false when there is no such topic
   * @throws io.facestream.client.BrokerUnreachableException when no broker answers
   * @throws io.facestream.client.BrokerRefusedException when this user may not read the topic
   */
  public static boolean read(
      KafkaConnection connection, String topic, Consumer<ConsumerRecord<byte[], byte[]>> visitor) {
    try (KafkaConsumer<byte[], byte[]> consumer = Consumers.open(connection, settings())) {
      List<TopicPartition> partitions = Consumers.partitionsOf(consumer, topic);
      if (partitions.isEmpty()) {
        return false;
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      new ReadToEnd(consumer, partitions).read(visitor::accept);
      return true;
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      throw KafkaFailures.of(connection, "read topic '" + topic + "'", e);
    }
  }

  /**
   * Follows it, also before it is there: tells of all that it holds, and again after each change.
   * While the broker is away what was told last holds; then it is read from its first record again.
   *
   * @param fresh what the records come to, before the first
   * @param take puts a record to it
   * @param changed is told of it, on the reader's thread
   */
  public static <V> SteadyReader follow(
      KafkaConnection connection,
      String topic,
      Supplier<V> fresh,
      BiConsumer<V, ConsumerRecord<byte[], byte[]>> take,
      Consumer<V> changed) {
    return SteadyReader.start(
        connection, Set.of(), Set.of(topic), Map.of(), new All<>(fresh, take, changed));
  }

  private static final class All<V> implements SteadyReader.Reading {
    private final Supplier<V> fresh;
    private final BiConsumer<V, ConsumerRecord<byte[], byte[]>> take;
    private final Consumer<V> changed;
    private V all;

    All(
        Supplier<V> fresh,
        BiConsumer<V, ConsumerRecord<byte[], byte[]>> take,
        Consumer<V> changed) {
      this.fresh = fresh;
      this.take = take;
      this.changed = changed;
    }

    @Override
    public void begin(
        KafkaConsumer<byte[], byte[]> open,
        Map<String, String> ids,
        List<TopicPartition> partitions) {
      all = fresh.get();
      if (!partitions.isEmpty()) {
        open.seekToBeginning(partitions);
        // At once, lest what was changed ten times be told ten times.
        new ReadToEnd(open, partitions).read(record -> take.accept(all, record));
      }
      changed.accept(all);
    }

    @Override
    public void poll(KafkaConsumer<byte[], byte[]> open) {
      if (open.assignment().isEmpty()) {
        LockSupport.parkNanos(Consumers.POLL.toNanos()); // until it is there
        return;
      }
      ConsumerRecords<byte[], byte[]> records = open.poll(Consumers.POLL);
      if (!records.isEmpty()) {
        records.forEach(record -> take.accept(all, record));
        changed.accept(all);
      }
    }
  }

  private static Map<String, Object> settings() {
    return Map.of(
        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        BrokerPatience.millis(),
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        BrokerPatience.millis(),
        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
        50);
  }
}
