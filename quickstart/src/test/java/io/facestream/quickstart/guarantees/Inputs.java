package io.facestream.quickstart.guarantees;

import io.facestream.ingest.scene.DrawnScene;
import io.facestream.ingest.scene.SceneOptions;
import io.facestream.quickstart.demo.DemoTopics;
import io.facestream.vision.ModelPack;
import io.facestream.vision.ModelPacks;
import io.facestream.wire.proto.GalleryEntry;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes a gallery of nobody, and frames with a face. */
final class Inputs implements AutoCloseable {
  /** Needs no model files. */
  static final String PACK = "builtin";

  private static final int CAMERAS = 16;
  private static final long SEED = 7;

  private final DemoTopics topics;
  private final ModelPack pack = ModelPacks.named(PACK);
  private final byte[] portrait;
  private final KafkaProducer<String, byte[]> producer;
  private int framesSent;

  Inputs(DemoTopics topics) {
    this.topics = topics;
    DrawnScene scene = new DrawnScene(SceneOptions.defaults());
    // The smallest of a person's portraits.
    portrait = scene.portraits(scene.people().get(0)).get(2);
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", topics.bootstrapServers(), "linger.ms", "5"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Enrols people with random embeddings, which nobody resembles. */
  void enrol(int people) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < people; i++) {
      byte[] entry = entry("nobody-" + i, random).toByteArray();
      producer.send(new ProducerRecord<>(topics.gallery(), "nobody-" + i + "/1", entry));
    }
    producer.flush();
  }

  /** Sends frames of several cameras; each has one face. */
  void sendFrames(int count) {
    for (int i = 0; i < count; i++) {
      String camera = "camera-" + framesSent++ % CAMERAS;
      producer.send(new ProducerRecord<>(topics.frames(), camera, portrait));
    }
    producer.flush();
  }

  /** Sends what is no picture. */
  void sendRubbish(int count) {
    for (int i = 0; i < count; i++) {
      producer.send(new ProducerRecord<>(topics.frames(), "camera-0", new byte[] {1, 2, 3}));
    }
    producer.flush();
  }

  private GalleryEntry entry(String person, SplittableRandom random) {
    double[] vector = new double[pack.embedder().dimension()];
    double squares = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = random.nextGaussian();
      squares += vector[i] * vector[i];
    }
    GalleryEntry.Builder entry =
        GalleryEntry.newBuilder().setPersonId(person).setModelId(pack.embedder().modelId());
    for (double component : vector) {
      entry.addEmbedding((float) (component / Math.sqrt(squares)));
    }
    return entry.build();
  }

  @Override
  public void close() {
    producer.close();
  }
}
