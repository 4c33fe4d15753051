package io.facestream.quickstart.guarantees;

import io.facestream.client.follow.TopicFollower;
import io.facestream.onejvm.RunTopics;
import io.facestream.wire.Alert;
import io.facestream.wire.DeadLetterHeaders;
import io.facestream.wire.Json;
import io.facestream.wire.Verdict;
import io.facestream.wire.testing.AnswerOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a reader of committed records sees of a job. */
final class Answers implements AutoCloseable {
  private final List<Verdict> verdicts = new CopyOnWriteArrayList<>();
  private final List<String> alerts = new CopyOnWriteArrayList<>();
  private final List<String> deadLetters = new CopyOnWriteArrayList<>();
  private final List<String> reasons = new CopyOnWriteArrayList<>();
  private final List<String> truncated = new CopyOnWriteArrayList<>();
  private final List<byte[]> verdictKeys = new CopyOnWriteArrayList<>();
  private final List<byte[]> deadLetterKeys = new CopyOnWriteArrayList<>();
  private final TopicFollower follower;

  Answers(RunTopics topics) {
    follower =
        TopicFollower.start(
            topics.connection(),
            Duration.ofMillis(20),
            Map.of(
                topics.verdicts(),
                record -> {
                  verdictKeys.add(record.key());
                  verdicts.add(Json.fromBytes(record.value(), Verdict.class));
                },
                topics.alerts(),
                record -> alerts.add(Json.fromBytes(record.value(), Alert.class).alertId()),
                topics.framesDlq(),
                record -> {
                  deadLetterKeys.add(record.key() == null ? new byte[0] : record.key());
                  reasons.add(header(record, DeadLetterHeaders.REASON));
                  if (record.headers().lastHeader(DeadLetterHeaders.TRUNCATED) != null) {
                    truncated.add(header(record, DeadLetterHeaders.TRUNCATED));
                  }
                  deadLetters.add(sourceOf(record));
                }));
  }

  private static String sourceOf(ConsumerRecord<byte[], byte[]> letter) {
    return header(letter, DeadLetterHeaders.SOURCE_PARTITION)
        + "-"
        + header(letter, DeadLetterHeaders.SOURCE_OFFSET);
  }

  private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  int count() {
    return verdicts.size();
  }

  List<Verdict> verdicts() {
    return List.copyOf(verdicts);
  }

  List<String> ids() {
    return verdicts.stream().map(Verdict::verdictId).toList();
  }

  /** Of each camera, the offsets in the order in which they were answered first. */
  Map<String, List<Long>> offsetsByCamera() {
    return AnswerOrder.offsetsByCamera(verdicts);
  }

  List<String> alertIds() {
    return List.copyOf(alerts);
  }

  /** Partition and offset of each refused frame. */
  List<String> deadLetters() {
    return List.copyOf(deadLetters);
  }

  /** Why each frame was refused. */
  List<String> reasons() {
    return List.copyOf(reasons);
  }

  /** Bytes that each dead letter which was cut had. */
  List<String> truncated() {
    return List.copyOf(truncated);
  }

  /** The keys of the verdicts' records. */
  List<byte[]> verdictKeys() {
    return List.copyOf(verdictKeys);
  }

  /** The keys of the dead letters' records; none is empty. */
  List<byte[]> deadLetterKeys() {
    return List.copyOf(deadLetterKeys);
  }

  @Override
  public void close() {
    follower.close();
  }
}
