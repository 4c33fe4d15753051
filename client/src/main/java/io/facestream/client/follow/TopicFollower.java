package io.facestream.client.follow;

import io.facestream.client.KafkaConnection;
import io.facestream.client.KafkaFailures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
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

  private final KafkaConnection connection;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<String, Handler> handlers;
  private final Thread thread;
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private volatile boolean drained;
  private volatile boolean draining;
  private volatile boolean closing;

  private TopicFollower(
      KafkaConnection connection,
      KafkaConsumer<byte[], byte[]> consumer,
      Map<String, Handler> handlers) {
    this.connection = connection;
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
      KafkaConnection connection, Duration patience, Map<String, Handler> handlers) {
    TopicFollower follower =
        new TopicFollower(connection, Consumers.open(connection, patience), handlers);
    follower.thread.setDaemon(true);
    follower.thread.start();
    return follower;
  }

  /** Throws what a handler threw, or why the topics cannot be read. */
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
      ReadToEnd toEnd = null;
      while (!drained && !closing) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Consumers.POLL)) {
          handlers.get(record.topic()).handle(record);
        }
        if (draining) {
          toEnd = toEnd == null ? new ReadToEnd(consumer, partitions) : toEnd;
          drained = toEnd.reached();
        }
      }
    } catch (WakeupException e) {
      // Closed.
    } catch (TimeoutException | AuthenticationException | AuthorizationException e) {
      failure.set(KafkaFailures.of(connection, "read the topics " + handlers.keySet(), e));
    } catch (Exception e) {
      failure.set(e);
    }
  }
}
