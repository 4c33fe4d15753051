package io.facestream.gallery.cli;

import io.facestream.client.gallery.GalleryReader;
import io.facestream.client.gallery.GallerySnapshot;
import io.facestream.client.gallery.GalleryTopic;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes what our own writer would never write. */
record TestProducer(GalleryTopic topic, KafkaProducer<String, byte[]> producer)
    implements AutoCloseable {

  static TestProducer of(GalleryTopic topic) {
    return new TestProducer(
        topic,
        new KafkaProducer<>(
            Map.of("bootstrap.servers", topic.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer()));
  }

  /** Ids of which the topic holds something that is not erased, usable or not. */
  static Set<String> keysIn(GalleryTopic topic) {
    try (GalleryReader reader = GalleryReader.open(topic)) {
      GallerySnapshot<String> found = reader.read((key, entry) -> key);
      Set<String> keys = new TreeSet<>(found.templates().keySet());
      keys.addAll(found.negativeExamples().keySet());
      keys.addAll(found.unusable().keySet());
      return keys;
    }
  }

  void send(String key, byte[] value) {
    producer.send(new ProducerRecord<>(topic.name(), key, value));
  }

  @Override
  public void close() {
    producer.close();
  }
}
