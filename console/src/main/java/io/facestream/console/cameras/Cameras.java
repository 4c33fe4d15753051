package io.facestream.console.cameras;

import io.facestream.client.KafkaConnection;
import io.facestream.client.follow.Consumers;
import io.facestream.client.follow.SteadyReader;
import io.facestream.console.events.EventKeys;
import io.facestream.wire.Json;
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
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/** All cameras that have sent lately: a follower of the topic of verdicts, from a minute ago on. */
public final class Cameras implements AutoCloseable {
  private static final Duration BEFORE = Duration.ofMinutes(1);
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
  private SteadyReader reader;

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
    reader =
        SteadyReader.start(connection, Set.of(topic), Set.of(), settings(), new Verdicts(told));
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

  /** Reads on where it was, else from a minute ago. */
  private final class Verdicts implements SteadyReader.Reading {
    private final Consumer<Camera> told;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private Map<String, String> ids = Map.of();

    private Verdicts(Consumer<Camera> told) {
      this.told = told;
    }

    @Override
    public void begin(
        KafkaConsumer<byte[], byte[]> open,
        Map<String, String> found,
        List<TopicPartition> partitions) {
      if (!found.equals(ids)) {
        positions.clear();
        ids = found;
      }
      Map<TopicPartition, Long> since = new HashMap<>();
      long from = Math.max(0, clock.instant().minus(BEFORE).toEpochMilli());
      for (TopicPartition partition : partitions) {
        if (positions.containsKey(partition)) {
          open.seek(partition, positions.get(partition));
        } else {
          since.put(partition, from);
        }
      }
      open.offsetsForTimes(since).forEach((partition, at) -> seek(open, partition, at));
    }

    private static void seek(
        KafkaConsumer<byte[], byte[]> open, TopicPartition partition, OffsetAndTimestamp at) {
      if (at == null) {
        open.seekToEnd(List.of(partition));
      } else {
        open.seek(partition, at.offset());
      }
    }

    @Override
    public void poll(KafkaConsumer<byte[], byte[]> open) {
      for (ConsumerRecord<byte[], byte[]> record : open.poll(Consumers.POLL)) {
        take(record, told);
        positions.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
      }
    }
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
    if (reader != null) {
      reader.close();
    }
  }
}
