package io.facestream.quickstart.demo;

import io.facestream.client.follow.TopicFollower;
import io.facestream.embedded.flink.RunningJob;
import io.facestream.onejvm.JobOnTopics;
import io.facestream.onejvm.RunTopics;
import io.facestream.wire.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of a running job, for those who write to them by hand. */
final class Wire implements AutoCloseable {
  private final RunTopics topics;
  private final RunningJob job;
  private final KafkaProducer<String, byte[]> producer;
  private final TopicFollower follower;
  private final Map<String, Boolean> judged = new ConcurrentHashMap<>();
  private final Map<String, String> frameReasons = new ConcurrentHashMap<>();
  private final Map<String, String> templateReasons = new ConcurrentHashMap<>();

  Wire(Stage stage, String pack) throws Exception {
    topics = stage.newTopics();
    topics.create(false);
    job = JobOnTopics.submit(stage.flink(), topics, pack, null, 2);
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", topics.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());
    follower =
        TopicFollower.start(
            topics.connection(),
            Duration.ZERO,
            Map.of(
                topics.verdicts(), record -> judged.put(keyOf(record), true),
                topics.framesDlq(), record -> frameReasons.put(keyOf(record), reasonOf(record)),
                topics.galleryDlq(),
                    record -> templateReasons.put(keyOf(record), reasonOf(record))));
  }

  /** Sends a frame, and waits until the job has judged or refused it. */
  void sendFrame(String camera, byte[] value) throws Exception {
    producer.send(new ProducerRecord<>(topics.frames(), 0, camera, value)).get();
    String key = String.valueOf(camera);
    await(() -> judged.containsKey(key) || frameReasons.containsKey(key));
  }

  /** Sends a gallery record that will be refused, and waits for it. */
  void sendBadTemplate(String templateId, byte[] value) throws Exception {
    producer.send(new ProducerRecord<>(topics.gallery(), templateId, value)).get();
    await(() -> templateReasons.containsKey(String.valueOf(templateId)));
  }

  boolean hasJudged(String camera) {
    return judged.containsKey(camera);
  }

  /** Why frames were refused, by camera. */
  Map<String, String> frameReasons() {
    return frameReasons;
  }

  /** Why gallery records were refused, by template id. */
  Map<String, String> templateReasons() {
    return templateReasons;
  }

  @Override
  public void close() throws Exception {
    try (producer;
        follower) {
      job.cancel();
    }
  }

  private void await(BooleanSupplier answered) throws Exception {
    while (!answered.getAsBoolean()) {
      job.requireHealthy();
      follower.requireHealthy();
      Thread.sleep(5);
    }
  }

  private static String keyOf(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null ? "null" : new String(record.key(), StandardCharsets.UTF_8);
  }

  private static String reasonOf(ConsumerRecord<byte[], byte[]> record) {
    Header reason = record.headers().lastHeader(DeadLetterHeaders.REASON);
    return reason == null ? "" : new String(reason.value(), StandardCharsets.UTF_8);
  }
}
