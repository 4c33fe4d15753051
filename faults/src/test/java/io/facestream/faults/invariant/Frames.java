package io.facestream.faults.invariant;

import io.facestream.client.KafkaConnection;
import io.facestream.client.follow.TopicFollower;
import io.facestream.wire.CameraIds;
import io.facestream.wire.FrameHeaders;
import io.facestream.wire.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What went in: read from the topic itself, so that nobody's count has to be believed. */
public final class Frames {
  /**
   * A record of the frames topic.
   *
   * @param sequence number within its camera; counted here when the record carries none
   */
  public record Frame(
      String cameraId, int partition, long offset, long sequence, long capturedAtMillis) {
    /** Its id, and that of its verdict and its alert. */
    public String id() {
      return Ids.frameId(cameraId, partition, offset);
    }

    /** Where it lies, as a dead letter names it. */
    public String place() {
      return partition + "-" + offset;
    }
  }

  private final Map<String, Frame> byId = new HashMap<>();
  private final Map<String, Long> nextSequences = new HashMap<>();

  private Frames() {}

  /** All frames up to the topic's end. */
  public static Map<String, Frame> read(String bootstrapServers, RunTopics topics)
      throws Exception {
    Frames frames = new Frames();
    try (TopicFollower follower =
        TopicFollower.start(
            KafkaConnection.to(bootstrapServers),
            Duration.ofMillis(20),
            Map.of(topics.frames().name(), frames::take))) {
      follower.drain();
    }
    return frames.byId;
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    String camera = record.key() == null ? "" : CameraIds.of(record.key());
    long counted = nextSequences.merge(camera, 1L, Long::sum) - 1;
    Header own = record.headers().lastHeader(FrameHeaders.SEQUENCE);
    String number =
        own == null || own.value() == null
            ? ""
            : new String(own.value(), StandardCharsets.ISO_8859_1);
    // One that is none is refused, and counts for nothing.
    long sequence = number.matches("[0-9]{1,18}") ? Long.parseLong(number) : counted;
    Frame frame =
        new Frame(camera, record.partition(), record.offset(), sequence, record.timestamp());
    byId.put(frame.id(), frame);
  }
}
