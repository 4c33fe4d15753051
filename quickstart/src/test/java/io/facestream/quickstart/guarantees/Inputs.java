package io.facestream.quickstart.guarantees;

import io.facestream.ingest.scene.DrawnScene;
import io.facestream.ingest.scene.SceneOptions;
import io.facestream.onejvm.RunTopics;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.wire.Ids;
import io.facestream.wire.Topics;
import io.facestream.wire.proto.GalleryEntry;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes a gallery of nobody, and frames with a face. */
final class Inputs implements AutoCloseable {
  /** Needs no model files. */
  static final String PACK = "builtin";

  private static final int CAMERAS = 16;
  private static final long SEED = 7;
  private static final byte[] RUBBISH = {1, 2, 3};

  private final RunTopics topics;
  private final ModelPack pack = ModelPacks.named(PACK);
  private final byte[] portrait;
  private final byte[] emptyRoom = emptyRoom();
  private final KafkaProducer<byte[], byte[]> producer;
  private int framesSent;

  Inputs(RunTopics topics) {
    this.topics = topics;
    DrawnScene scene = new DrawnScene(SceneOptions.defaults());
    // The smallest of a person's portraits.
    portrait = scene.portraits(scene.people().get(0)).get(2);
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", topics.bootstrapServers(),
                "linger.ms", "5",
                "max.request.size", Integer.toString(Topics.MAX_RECORD_BYTES)),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Enrols people with random embeddings, which nobody resembles. */
  void enrol(int people) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < people; i++) {
      byte[] entry = entry("nobody-" + i, random).toByteArray();
      producer.send(new ProducerRecord<>(topics.gallery(), bytes("nobody-" + i + "/1"), entry));
    }
    producer.flush();
  }

  /** Enrols a person of whom no frame will ever be, in a partition of the gallery. */
  void enrolInto(int partition) {
    byte[] entry = entry("nobody", new SplittableRandom(SEED)).toByteArray();
    producer.send(new ProducerRecord<>(topics.gallery(), partition, bytes("nobody/1"), entry));
    producer.flush();
  }

  /** Sends frames of several cameras; each has one face. */
  void sendFrames(int count) {
    for (int i = 0; i < count; i++) {
      String camera = "camera-" + framesSent++ % CAMERAS;
      producer.send(new ProducerRecord<>(topics.frames(), bytes(camera), portrait));
    }
    producer.flush();
  }

  /** Sends frames of several cameras: with a face, with none, and what is no picture, in turn. */
  void sendMixedFrames(int count) {
    List<byte[]> pictures = List.of(portrait, emptyRoom, portrait, emptyRoom, RUBBISH);
    for (int i = 0; i < count; i++) {
      String camera = "camera-" + framesSent++ % CAMERAS;
      byte[] picture = pictures.get(i % pictures.size());
      producer.send(new ProducerRecord<>(topics.frames(), bytes(camera), picture));
    }
    producer.flush();
  }

  private static byte[] emptyRoom() {
    try {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(320, 180, BufferedImage.TYPE_3BYTE_BGR), "png", png);
      return png.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends what is no picture. */
  void sendRubbish(int count) {
    for (int i = 0; i < count; i++) {
      producer.send(new ProducerRecord<>(topics.frames(), bytes("camera-0"), RUBBISH));
    }
    producer.flush();
  }

  /** Sends what is no picture, under a key of any bytes. */
  void sendRubbish(byte[] key, int partition) {
    producer.send(new ProducerRecord<>(topics.frames(), partition, key, RUBBISH));
    producer.flush();
  }

  /** Sends so many bytes that are no picture. */
  void sendRubbish(byte[] key, int partition, int bytes) {
    producer.send(new ProducerRecord<>(topics.frames(), partition, key, new byte[bytes]));
    producer.flush();
  }

  /** Sends a frame with a face to a partition, under a key of any bytes. */
  void sendFrame(byte[] key, int partition) {
    sendFrame(key, partition, Map.of());
  }

  /** Sends a frame with a face and headers of its own. */
  void sendFrame(byte[] key, int partition, Map<String, String> headers) {
    ProducerRecord<byte[], byte[]> frame =
        new ProducerRecord<>(topics.frames(), partition, key, portrait);
    headers.forEach((name, value) -> frame.headers().add(name, bytes(value)));
    producer.send(frame);
    producer.flush();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Enrols somebody whom nobody resembles. */
  void enrolAs(String templateId) {
    SplittableRandom random = new SplittableRandom(templateId.hashCode());
    byte[] entry = entry(Ids.personOf(templateId), random).toByteArray();
    producer.send(new ProducerRecord<>(topics.gallery(), bytes(templateId), entry));
    producer.flush();
  }

  /** The record of somebody with this name, whatever it is. */
  byte[] entryNamed(String person, String name) {
    return entry(person, new SplittableRandom(SEED)).toBuilder()
        .setName(name)
        .build()
        .toByteArray();
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
