package io.facestream.faults.invariant;

import io.facestream.client.KafkaConnection;
import io.facestream.client.follow.TopicFollower;
import io.facestream.wire.Alert;
import io.facestream.wire.DeadLetterHeaders;
import io.facestream.wire.Json;
import io.facestream.wire.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** All that a run answers with, as it comes. */
public final class Answers implements AutoCloseable {
  /**
   * A verdict that was read.
   *
   * @param handedIn whether it answers a one-shot picture, of which nobody is alerted
   * @param templates size of the gallery it was searched in, or −1 when it was not
   * @param arrivedNanos when it was read, by {@link System#nanoTime()}
   */
  public record Answer(
      String frameId,
      String cameraId,
      long sequence,
      long capturedAtMillis,
      Essence essence,
      boolean handedIn,
      long templates,
      long arrivedNanos) {}

  private final AnswerSet all = AnswerSet.empty();
  private final CameraOrder verdictOrder = new CameraOrder();
  private final CameraOrder alertOrder = new CameraOrder();
  private final List<Answer> inOrder = new ArrayList<>();
  private final TopicFollower follower;
  private volatile Verdict latestWithFaces;

  /** Begins to read. */
  public Answers(String bootstrapServers, RunTopics topics) {
    follower =
        TopicFollower.start(
            KafkaConnection.to(bootstrapServers),
            Duration.ZERO,
            Map.of(
                topics.verdicts().name(), this::takeVerdict,
                topics.alerts().name(), this::takeAlert,
                topics.framesDlq().name(), this::takeDeadLetter));
  }

  /** Everything so far, and from now on. */
  public AnswerSet all() {
    return all;
  }

  /** Those that have arrived so far, in order. */
  public List<Answer> inOrder() {
    synchronized (inOrder) {
      return List.copyOf(inOrder);
    }
  }

  /** How many verdicts and dead letters have arrived so far. */
  public long received() {
    synchronized (inOrder) {
      return inOrder.size() + all.deadLetters().size();
    }
  }

  /** The latest verdict on a frame with faces, whole; null before the first. */
  public Verdict latestWithFaces() {
    return latestWithFaces;
  }

  /** Reads to what is the topics' end now, and stops. */
  public void drain() throws Exception {
    follower.drain();
  }

  /** Throws what was wrong with a record. */
  public void requireHealthy() throws Exception {
    follower.requireHealthy();
  }

  @Override
  public void close() {
    follower.close();
  }

  private void takeVerdict(ConsumerRecord<byte[], byte[]> record) throws IOException {
    long now = System.nanoTime();
    Verdict verdict = Json.fromBytes(record.value(), Verdict.class);
    Answer answer =
        new Answer(
            verdict.verdictId(),
            verdict.cameraId(),
            verdict.frame().sequence(),
            verdict.frame().capturedAt().toEpochMilli(),
            Essence.of(verdict),
            verdict.answersRequest(),
            verdict.gallery() == null ? -1 : verdict.gallery().templates(),
            now);
    if (!verdictOrder.isKept(verdict.verdictId(), verdict.cameraId(), verdict.frame())) {
      all.outOfOrder().add(verdict.verdictId());
    }
    all.verdicts().merge(verdict.verdictId(), List.of(answer), Answers::joined);
    synchronized (inOrder) {
      inOrder.add(answer);
    }
    if (answer.templates() >= 0) {
      latestWithFaces = verdict;
    }
  }

  private void takeAlert(ConsumerRecord<byte[], byte[]> record) throws IOException {
    Alert alert = Json.fromBytes(record.value(), Alert.class);
    if (!alertOrder.isKept(alert.alertId(), alert.cameraId(), alert.frame())) {
      all.outOfOrder().add(alert.alertId());
    }
    all.alerts().merge(alert.alertId(), List.of(alert), Answers::joined);
  }

  private void takeDeadLetter(ConsumerRecord<byte[], byte[]> record) {
    String place =
        header(record, DeadLetterHeaders.SOURCE_PARTITION)
            + "-"
            + header(record, DeadLetterHeaders.SOURCE_OFFSET);
    all.deadLetters().put(place, header(record, DeadLetterHeaders.REASON));
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    List<T> both = new ArrayList<>(some);
    both.addAll(more);
    return both;
  }
}
