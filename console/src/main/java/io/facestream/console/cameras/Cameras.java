package io.facestream.console.cameras;

import io.facestream.client.KafkaConnection;
import io.facestream.client.follow.Consumers;
import io.facestream.console.events.EventKeys;
import io.facestream.wire.Json;
import io.facestream.wire.Printable;
import io.facestream.wire.Verdict;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All cameras that have sent lately: a follower of the topic of verdicts, from a minute ago on. */
public final class Cameras implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Cameras.class);
  private static final Duration BEFORE = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int MOST = 10_000;

  private final Clock clock;
  private final Map<String, CameraFrames> cameras =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CameraFrames> eldest) {
          return size() > MOST;
        }
      };
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile KafkaConsumer<byte[], byte[]> consumer;
  private Thread thread;

  /** Of no topic yet. */
  public Cameras(Clock clock) {
    this.clock = clock;
  }

  /**
   * Follows the topic, once.
   *
   * @param told of each camera that has sent a frame
   */
  public void follow(KafkaConnection connection, String topic, Consumer<Camera> told) {
    thread = new Thread(() -> run(connection, topic, told), "follow-cameras");
    thread.setDaemon(true);
    thread.start();
  }

  /** All of them, by name. */
  public List<Camera> all() {
    Instant now = clock.instant();
    synchronized (cameras) {
      return cameras.values().stream()
          .map(frames -> frames.camera(now))
          .sorted(Comparator.comparing(Camera::id))
          .toList();
    }
  }

  /**
   * One of them.
   *
   * @param id its id or key, see {@link EventKeys}
   */
  public Optional<Camera> find(String id) {
    String key = EventKeys.named(id);
    return all().stream().filter(camera -> EventKeys.of(camera.id()).equals(key)).findFirst();
  }

  private void run(KafkaConnection connection, String topic, Consumer<Camera> told) {
    boolean failed = false;
    while (closing.getCount() > 0) {
      try (KafkaConsumer<byte[], byte[]> open = Consumers.open(connection, settings())) {
        consumer = open;
        List<TopicPartition> partitions = Consumers.partitionsOf(open, topic);
        if (!partitions.isEmpty()) {
          open.assign(partitions);
          seek(open, partitions);
          failed = false;
          while (closing.getCount() > 0) {
            open.poll(Consumers.POLL).forEach(record -> take(record, told));
          }
        }
      } catch (WakeupException e) {
        // Closed.
      } catch (RuntimeException e) {
        if (!failed) {
          LOG.warn(
              "Verdicts cannot be read at the moment: {}",
              Printable.of(String.valueOf(e.getMessage()), 300));
        }
        failed = true;
      } finally {
        consumer = null;
      }
      pause();
    }
  }

  private void pause() {
    try {
      closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closing.countDown();
    }
  }

  private void seek(KafkaConsumer<byte[], byte[]> open, List<TopicPartition> partitions) {
    Map<TopicPartition, Long> since = new HashMap<>();
    long from = Math.max(0, clock.instant().minus(BEFORE).toEpochMilli());
    partitions.forEach(partition -> since.put(partition, from));
    open.offsetsForTimes(since)
        .forEach(
            (partition, found) -> {
              if (found == null) {
                open.seekToEnd(List.of(partition));
              } else {
                open.seek(partition, found.offset());
              }
            });
  }

  private void take(ConsumerRecord<byte[], byte[]> record, Consumer<Camera> told) {
    Verdict verdict = verdictIn(record);
    // An answer to a request is no part of what a camera shows.
    if (verdict == null || verdict.answersRequest()) {
      return;
    }
    Camera camera;
    synchronized (cameras) {
      CameraFrames frames = cameras.computeIfAbsent(verdict.cameraId(), id -> new CameraFrames());
      frames.add(verdict);
      camera = frames.camera(clock.instant());
    }
    told.accept(camera);
  }

  private static Verdict verdictIn(ConsumerRecord<byte[], byte[]> record) {
    try {
      Verdict verdict =
          record.value() == null ? null : Json.fromBytes(record.value(), Verdict.class);
      boolean complete =
          verdict != null
              && verdict.cameraId() != null
              && verdict.frame() != null
              && verdict.frame().capturedAt() != null;
      return complete ? verdict : null;
    } catch (IOException e) {
      return null;
    }
  }

  private static Map<String, Object> settings() {
    return Map.of(
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        // Forgotten meanwhile, or a topic made anew: what comes next is what counts here.
        "latest");
  }

  @Override
  public void close() {
    closing.countDown();
    KafkaConsumer<byte[], byte[]> open = consumer;
    if (open != null) {
      open.wakeup();
    }
    if (thread != null) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
