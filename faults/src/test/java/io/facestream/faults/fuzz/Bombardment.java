package io.facestream.faults.fuzz;

import io.facestream.faults.invariant.Due;
import io.facestream.faults.invariant.Frames.Frame;
import io.facestream.faults.invariant.RunTopics;
import io.facestream.wire.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends records over all partitions of their topic, and remembers which lies where. */
final class Bombardment implements AutoCloseable {
  /** A busy broker takes its time. */
  private static final int PATIENCE_MILLIS = 300_000;

  private final RunTopics topics;
  private final String bootstrapServers;
  private final SplittableRandom random;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Map<String, Sent> frames = new ConcurrentHashMap<>();
  private final Map<String, Sent> gallery = new ConcurrentHashMap<>();
  private final List<Exception> failures = new ArrayList<>();

  Bombardment(String bootstrapServers, RunTopics topics, SplittableRandom random) {
    this.topics = topics;
    this.bootstrapServers = bootstrapServers;
    this.random = random;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                2 * Topics.MAX_RECORD_BYTES,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                PATIENCE_MILLIS,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Sends records to both topics, mixed in the proportion of their numbers. */
  void send(List<FuzzRecord> toFrames, List<FuzzRecord> toGallery) throws Exception {
    int ofGallery = 0;
    for (int ofFrames = 0; ofFrames < toFrames.size(); ofFrames++) {
      long due = (long) toGallery.size() * (ofFrames + 1) / toFrames.size();
      send(topics.frames().name(), Topics.FRAMES.partitions(), toFrames.get(ofFrames), frames);
      while (ofGallery < due) {
        FuzzRecord record = toGallery.get(ofGallery++);
        send(topics.gallery().name(), Topics.GALLERY.partitions(), record, gallery);
      }
    }
    producer.flush();
    synchronized (failures) {
      if (!failures.isEmpty()) {
        throw failures.get(0);
      }
    }
    tell("frames", frames);
    tell("gallery", gallery);
  }

  private void send(String topic, int partitions, FuzzRecord record, Map<String, Sent> sent) {
    int partition = random.nextInt(partitions);
    Sent remembered = Sent.of(record);
    producer.send(
        new ProducerRecord<>(
            topic, partition, record.timestamp(), record.key(), record.value(), record.headers()),
        (place, failure) -> {
          if (failure == null) {
            sent.put(place.partition() + "-" + place.offset(), remembered);
          } else {
            synchronized (failures) {
              failures.add(new IllegalStateException("Not sent: " + record.what(), failure));
            }
          }
        });
  }

  private static void tell(String topic, Map<String, Sent> sent) {
    Map<Due, Integer> counts = new TreeMap<>();
    sent.values().forEach(record -> counts.merge(record.due(), 1, Integer::sum));
    System.out.printf(Locale.ROOT, "   %s: %,d odd records, %s%n", topic, sent.size(), counts);
  }

  /** What must become of a frame, be it one of these or a camera's. */
  Due dueOf(Frame frame) {
    Sent sent = frames.get(frame.place());
    return sent == null ? Due.TAKEN : sent.due();
  }

  /** Throws unless each bad record, and none besides, is a dead letter as it came, and once. */
  void requireDeadLetters() throws Exception {
    DeadLetters.read(bootstrapServers, topics.framesDlq()).require(frames);
    DeadLetters.read(bootstrapServers, topics.galleryDlq()).require(gallery);
  }

  @Override
  public void close() {
    producer.close();
  }
}
