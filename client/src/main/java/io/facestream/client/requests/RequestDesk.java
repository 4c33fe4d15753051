package io.facestream.client.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.facestream.client.BrokerUnreachableException;
import io.facestream.client.KafkaConnection;
import io.facestream.client.KafkaFailures;
import io.facestream.client.follow.SteadyReader;
import io.facestream.client.frames.FrameToWrite;
import io.facestream.client.frames.FrameWriter;
import io.facestream.wire.Analysis;
import io.facestream.wire.CameraIds;
import io.facestream.wire.FrameRequest;
import io.facestream.wire.Json;
import io.facestream.wire.PictureType;
import io.facestream.wire.TopicSet;
import io.facestream.wire.Topics;
import io.facestream.wire.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the job for single pictures, many at a time. Answers are read by one thread, from where the
 * topics ended before the first picture was written, so that none is missed; after a broker that
 * was away it goes on where it was.
 *
 * <p>Pictures are written under a few camera ids of their own, {@link #isLane}, that is on a few
 * partitions: those of one are looked at one after the other, and what the job keeps for each
 * camera stays little.
 */
public final class RequestDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RequestDesk.class);
  private static final String LANE = "request.";
  private static final int LANES = 16;
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConnection connection;
  private final TopicSet topics;
  private final Duration patience;
  private final Map<String, CompletableFuture<RequestAnswer>> waiting = new ConcurrentHashMap<>();
  private final Map<String, Consumer<Analysis>> listening = new ConcurrentHashMap<>();
  private final Refusals refusals = new Refusals();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile FrameWriter writer;
  private SteadyReader reader;

  private RequestDesk(KafkaConnection connection, TopicSet topics, Duration patience) {
    this.connection = connection;
    this.topics = topics;
    this.patience = patience;
  }

  /**
   * Begins to look for the broker, and returns at once.
   *
   * @param patience how long a picture may take to be written
   */
  public static RequestDesk open(KafkaConnection connection, TopicSet topics, Duration patience) {
    RequestDesk desk = new RequestDesk(connection, topics, patience);
    desk.reader =
        SteadyReader.start(
            connection,
            Set.of(topics.verdicts().name()),
            Set.of(topics.framesDlq().name(), topics.analyses().name()),
            settings(),
            desk.new Answers());
    return desk;
  }

  /** Whether a camera id is none of a camera but of pictures that were handed in. */
  public static boolean isLane(String cameraId) {
    return cameraId.startsWith(LANE);
  }

  /** Whether pictures can be asked for now. */
  public boolean isReady() {
    return reader.isUp();
  }

  /** Pictures that wait for their answers. */
  public int waiting() {
    return waiting.size();
  }

  /**
   * Hears what is said of the faces of a picture before its verdict, and behind it: in any order,
   * on the reader's thread. Begins before the picture is asked for.
   *
   * @return ends it
   */
  public Runnable listen(String request, Consumer<Analysis> heard) {
    listening.put(request, heard);
    return () -> listening.remove(request);
  }

  /**
   * Asks for a picture.
   *
   * @param type by its bytes
   * @param request with an id that no other picture has
   * @return the answer when it is there; failed with what the broker said when it could not be
   *     written. Whoever no longer waits cancels it.
   * @throws BrokerUnreachableException while there is no broker, or no job has made its topics yet
   */
  public CompletableFuture<RequestAnswer> ask(
      byte[] picture, PictureType type, FrameRequest request) {
    if (!isReady()) {
      throw new BrokerUnreachableException(connection, null);
    }
    CompletableFuture<RequestAnswer> answer = new CompletableFuture<>();
    waiting.put(request.id(), answer);
    answer.whenComplete((got, failure) -> waiting.remove(request.id()));
    int lane = Math.floorMod(asked.getAndIncrement(), LANES);
    FrameToWrite frame =
        new FrameToWrite(
            LANE + lane,
            picture,
            System.currentTimeMillis(),
            type.mediaType(),
            FrameToWrite.NOT_NUMBERED,
            request);
    writer
        .writeTo(frame, lane)
        .whenComplete(
            (place, failure) -> {
              if (failure == null) {
                refusals.written(place, answer);
              } else {
                answer.completeExceptionally(failed(failure));
              }
            });
    return answer;
  }

  private RuntimeException failed(Throwable failure) {
    return KafkaFailures.of(connection, "write to topic '" + topics.frames().name() + "'", failure);
  }

  /** Reads on where it was, from the ends of what it has not read yet. */
  private final class Answers implements SteadyReader.Reading {
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private Map<String, String> ids = Map.of();

    @Override
    public void begin(
        KafkaConsumer<byte[], byte[]> open,
        Map<String, String> found,
        List<TopicPartition> partitions) {
      // Of a topic that was made anew other records lie there.
      positions.keySet().removeIf(at -> !ids.get(at.topic()).equals(found.get(at.topic())));
      ids = found;
      for (TopicPartition partition : partitions) {
        Long before = positions.get(partition);
        if (before == null) {
          open.seekToEnd(List.of(partition));
        } else {
          open.seek(partition, before);
        }
        positions.put(partition, open.position(partition));
      }
      if (writer == null) {
        writer = FrameWriter.open(connection, topics.frames().name(), "requests", patience);
      }
    }

    @Override
    public void poll(KafkaConsumer<byte[], byte[]> open) {
      for (ConsumerRecord<byte[], byte[]> record : open.poll(POLL)) {
        takeOrPassOver(record);
        positions.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
      }
    }
  }

  /** One record that is none of its kind must not hold up the answers behind it. */
  private void takeOrPassOver(ConsumerRecord<byte[], byte[]> record) {
    try {
      take(record);
    } catch (RuntimeException e) {
      LOG.warn(
          "Record {}-{} of {} is passed over: {}",
          record.partition(),
          record.offset(),
          record.topic(),
          // Not its message, which may repeat names.
          e.getClass().getName());
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (record.topic().equals(topics.analyses().name())) {
      hear(record);
      return;
    }
    // Most are of cameras, and need not be read.
    if (record.key() == null || record.value() == null || !isLane(CameraIds.of(record.key()))) {
      return;
    }
    if (record.topic().equals(topics.framesDlq().name())) {
      refusals.take(record);
      return;
    }
    try {
      Verdict verdict = Json.fromBytes(record.value(), Verdict.class);
      if (verdict.answersRequest()) {
        answer(verdict);
      }
    } catch (IOException e) {
      LOG.warn(
          "Partition {} of {} has at {} no verdict",
          record.partition(),
          record.topic(),
          record.offset());
    }
  }

  /** Its key is the frame's id, which begins with the camera's. */
  private void hear(ConsumerRecord<byte[], byte[]> record) {
    if (listening.isEmpty()
        || record.key() == null
        || record.value() == null
        || !isLane(new String(record.key(), UTF_8))) {
      return;
    }
    try {
      Analysis analysis = Json.fromBytes(record.value(), Analysis.class);
      Consumer<Analysis> heard =
          analysis.answersRequest() ? listening.get(analysis.frame().request()) : null;
      if (heard != null) {
        heard.accept(analysis);
      }
    } catch (IOException e) {
      LOG.warn(
          "Partition {} of {} has at {} no analysis",
          record.partition(),
          record.topic(),
          record.offset());
    }
  }

  private void answer(Verdict verdict) {
    CompletableFuture<RequestAnswer> answer = waiting.get(verdict.frame().request());
    if (answer != null) {
      answer.complete(new RequestAnswer(verdict, null));
    }
  }

  private static Map<String, Object> settings() {
    return Map.of(
        // What was deleted meanwhile, nobody waits for any more.
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "latest",
        // An answer counts as soon as it is written: if its transaction fails, the job writes it
        // again.
        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
        "read_uncommitted",
        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
        Topics.MAX_RECORD_BYTES,
        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
        Topics.MAX_RECORD_BYTES);
  }

  /** Ends; who still waits is told that nobody will answer. */
  @Override
  public void close() {
    reader.close();
    waiting.values().forEach(answer -> answer.cancel(false));
    if (writer != null) {
      writer.close();
    }
  }
}
