package io.facestream.client.follow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Reads whole topics from their beginning, on a thread of its own, until it is closed. A slow
 * handler slows the reading; nothing piles up on the heap.
 */
public final class TopicFollower implements AutoCloseable {

  /** What is done with each record, on the follower's thread. */
  @FunctionalInterface
  public interface Handler {
    /** Any exception ends the follower and is thrown by {@link #requireHealthy()}. */
    void handle(ConsumerRecord<byte[], byte[]> record) throws Exception;
  }

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<String, Handler> handlers;
  private final Thread thread;
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private volatile boolean drained;
  private volatile boolean draining;
  private volatile boolean closing;

  private TopicFollower(KafkaConsumer<byte[], byte[]> consumer, Map<String, Handler> handlers) {
    this.consumer = consumer;
    this.handlers = handlers;
    this.thread = new Thread(this::follow, "follow-topics");
  }

  /**
   * Starts to read.
   *
   * @param patience how long records may be collected before they are handed over; zero hands over
   *     each at once, which costs a request for each
   * @param handlers for each topic, what is done with its records
   */
  public static TopicFollower start(
      String bootstrapServers, Duration patience, Map<String, Handler> handlers) {
    TopicFollower follower =
        new TopicFollower(Consumers.open(bootstrapServers, patience), handlers);
    follower.thread.setDaemon(true);
    follower.thread.start();
    return follower;
  }

  /** Throws what a handler threw. */
  public void requireHealthy() throws Exception {
    Exception thrown = failure.get();
    if (thrown != null) {
      throw thrown;
    }
  }

  /** Reads on to what are the topics' ends now, then stops; waits for it. */
  public void drain() throws Exception {
    draining = true;
    while (!drained && thread.isAlive()) {
      thread.join(Consumers.POLL.toMillis());
    }
    requireHealthy();
  }

  @Override
  public void close() {
    closing = true;
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow() {
    try (consumer) {
      List<TopicPartition> partitions =
          handlers.keySet().stream()
              .flatMap(topic -> Consumers.partitionsOf(consumer, topic).stream())
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = null;
      while (!drained && !closing) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Consumers.POLL)) {
          handlers.get(record.topic()).handle(record);
        }
        if (draining) {
          ends = ends == null ? consumer.endOffsets(partitions) : ends;
          drained = hasReached(ends);
        }
      }
    } catch (WakeupException e) {
      // Closed.
    } catch (Exception e) {
      failure.set(e);
    }
  }

  private boolean hasReached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }
}
