package io.facestream.client.cameras;

import io.facestream.client.KafkaConnection;
import io.facestream.client.follow.Consumers;
import io.facestream.client.follow.ReadToEnd;
import io.facestream.wire.Printable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the topic of cameras on a thread of its own, until it is closed. While the broker is away
 * what was last read holds; when it is back, the topic is read from its first record again.
 */
public final class CameraFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CameraFollower.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** What is told of the topic, on the follower's thread. */
  public interface Listener {
    /**
     * The cameras as they are now: first all that the topic holds, and again after each change.
     *
     * @param byName in the order of their names
     */
    void changed(Map<String, StoredCamera> byName);

    /**
     * A record that is no camera, and changes nothing.
     *
     * @param what it is and why, without any address
     */
    void refused(String what);
  }

  private final CameraTopic topic;
  private final Listener listener;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile KafkaConsumer<byte[], byte[]> consumer;

  private CameraFollower(CameraTopic topic, Listener listener) {
    this.topic = topic;
    this.listener = listener;
    this.thread = new Thread(this::run, "follow-cameras");
  }

  /** Starts to read. */
  public static CameraFollower start(CameraTopic topic, Listener listener) {
    CameraFollower follower = new CameraFollower(topic, listener);
    follower.thread.setDaemon(true);
    follower.thread.start();
    return follower;
  }

  @Override
  public void close() {
    closing.countDown();
    KafkaConsumer<byte[], byte[]> open = consumer;
    if (open != null) {
      open.wakeup();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isOpen() {
    return closing.getCount() > 0;
  }

  private void run() {
    boolean failed = false;
    while (isOpen()) {
      try (KafkaConsumer<byte[], byte[]> open = open(topic.connection())) {
        consumer = open;
        List<TopicPartition> partitions = Consumers.partitionsOf(open, topic.name());
        if (!partitions.isEmpty()) {
          follow(open, partitions);
          failed = false;
        }
      } catch (WakeupException e) {
        // Closed.
      } catch (RuntimeException e) {
        if (!failed) {
          LOG.warn(
              "Topic '{}' cannot be read at the moment, and its cameras stay as they are: {}",
              topic.name(),
              Printable.of(String.valueOf(e.getMessage()), 300));
        }
        failed = true;
      } finally {
        consumer = null;
      }
      pause();
    }
  }

  private void follow(KafkaConsumer<byte[], byte[]> open, List<TopicPartition> partitions) {
    CameraView view = new CameraView(listener::refused);
    open.assign(partitions);
    open.seekToBeginning(partitions);
    // At once, lest a camera that was changed ten times be started ten times.
    new ReadToEnd(open, partitions).read(view::take);
    listener.changed(view.byName());
    while (isOpen()) {
      ConsumerRecords<byte[], byte[]> records = open.poll(Consumers.POLL);
      records.forEach(view::take);
      if (!records.isEmpty()) {
        listener.changed(view.byName());
      }
    }
  }

  private void pause() {
    try {
      closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closing.countDown();
    }
  }

  private static KafkaConsumer<byte[], byte[]> open(KafkaConnection connection) {
    return Consumers.open(
        connection,
        // Told by an exception where the topic was made anew: then all of it is read again.
        Map.of(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none"));
  }
}
