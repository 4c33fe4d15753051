package io.facestream.explain.cli;

import io.facestream.client.KafkaConnection;
import io.facestream.client.gallery.GalleryTopic;
import io.facestream.client.gallery.GalleryWriter;
import io.facestream.client.verdicts.VerdictReader;
import io.facestream.embedded.flink.EmbeddedFlink;
import io.facestream.embedded.flink.RunningJob;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.explain.picture.PictureLook;
import io.facestream.ingest.scene.DrawnScene;
import io.facestream.ingest.scene.SceneOptions;
import io.facestream.job.frames.VisionSettings;
import io.facestream.onejvm.JobOnTopics;
import io.facestream.onejvm.RunTopics;
import io.facestream.vision.picture.DecodeOptions;
import io.facestream.wire.proto.GalleryEntry;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A broker with frames that a job has judged, which has ended since, by a policy for the camera:
 * {@code lobby@0-0} is Ada, {@code lobby@0-1} a stranger, {@code lobby@0-2} an empty room, and
 * {@code gate@1-0}, Ada again, is deleted. From {@code hall@0-3} on Ada stands before another
 * camera for a while: the last of these frames are not searched.
 */
final class JudgedFrames implements BeforeAllCallback, AfterAllCallback {
  private static final String PACK = "builtin";
  private static final int FRAMES_IN_THE_HALL = 6;
  private static final int FRAMES = 4 + FRAMES_IN_THE_HALL;

  private final DrawnScene scene = new DrawnScene(SceneOptions.defaults());
  private EmbeddedKafka kafka;
  private RunTopics topics;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    kafka = EmbeddedKafka.start();
    topics = new RunTopics(KafkaConnection.to(kafka.bootstrapServers()), "");
    topics.create(false);
    enrol(topics.gallery(), "ada/1", ofAda(0));
    enrol(topics.gallery(), "ada/2", ofAda(1));
    enrol(topics.gallery(), "ben/1", scene.portraits(scene.people().get(1)).get(0));
    layDown("camera/lobby", "{\"threshold\": 0.65, \"margin\": 0.01}");
    try (EmbeddedFlink flink = EmbeddedFlink.start(2, 0);
        KafkaProducer<byte[], byte[]> producer = producer()) {
      producer.send(new ProducerRecord<>(topics.frames(), 0, bytes("lobby"), ofAda(2)));
      producer.send(new ProducerRecord<>(topics.frames(), 0, bytes("lobby"), ofAStranger()));
      producer.send(new ProducerRecord<>(topics.frames(), 0, bytes("lobby"), emptyRoom()));
      producer.send(new ProducerRecord<>(topics.frames(), 1, bytes("gate"), ofAda(2)));
      for (int i = 0; i < FRAMES_IN_THE_HALL; i++) {
        producer.send(new ProducerRecord<>(topics.frames(), 0, bytes("hall"), ofAda(2)));
      }
      producer.flush();
      RunningJob job =
          JobOnTopics.submit(flink, topics, PACK, null, 2, null, "--checkpoint-interval", "200ms");
      while (verdicts().size() < FRAMES) {
        job.requireHealthy();
        Thread.sleep(100);
      }
      job.cancel();
    }
    deleteFirstOf(1);
  }

  private Set<String> verdicts() {
    Set<String> ids = new HashSet<>();
    VerdictReader.readSince(
        Instant.EPOCH,
        topics.connection(),
        topics.verdicts(),
        (at, verdict) -> ids.add(verdict.verdictId()));
    return ids;
  }

  private void deleteFirstOf(int partition) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin
          .deleteRecords(
              Map.of(
                  new TopicPartition(topics.frames(), partition), RecordsToDelete.beforeOffset(1)))
          .all()
          .get();
    }
  }

  /** Enrols the face of a portrait. */
  void enrol(String gallery, String templateId, byte[] portrait) throws Exception {
    GalleryEntry.Builder entry =
        GalleryEntry.newBuilder()
            .setPersonId(templateId.substring(0, templateId.indexOf('/')))
            .setName("Name of " + templateId.substring(0, templateId.indexOf('/')));
    VisionSettings usual =
        new VisionSettings(PACK, null, null, null, null, DecodeOptions.DEFAULT_MAX_PIXELS, null);
    try (PictureLook look = new PictureLook(usual)) {
      entry.setModelId(look.pack().embedder().modelId());
      for (float number : look.look(portrait).probes().get(0).embedding()) {
        entry.addEmbedding(number);
      }
    }
    GalleryTopic topic = new GalleryTopic(topics.connection(), gallery);
    topic.createIfMissing();
    try (GalleryWriter writer = GalleryWriter.open(topic)) {
      writer.put(templateId, entry.build());
    }
  }

  /** Lays down a policy. */
  void layDown(String key, String policy) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      producer.send(new ProducerRecord<>("policies", bytes(key), bytes(policy))).get();
    }
  }

  void erase(String templateId) {
    try (GalleryWriter writer =
        GalleryWriter.open(new GalleryTopic(topics.connection(), topics.gallery()))) {
      writer.erase(templateId);
    }
  }

  /** A portrait of somebody who is enrolled. */
  byte[] ofAda(int portrait) {
    return scene.portraits(scene.people().get(0)).get(portrait);
  }

  /** A portrait of somebody who is not. */
  byte[] ofAStranger() {
    return scene.portraits(scene.people().get(2)).get(2);
  }

  private static byte[] emptyRoom() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(320, 180, BufferedImage.TYPE_3BYTE_BGR), "png", png);
    return png.toByteArray();
  }

  /** Options that lead to these topics, behind others. */
  String[] options(String... more) {
    List<String> all = new ArrayList<>(List.of(more));
    if (!all.contains("--bootstrap-servers")) {
      all.addAll(List.of("--bootstrap-servers", kafka.bootstrapServers()));
    }
    return all.toArray(String[]::new);
  }

  private KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", kafka.bootstrapServers()),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    kafka.close();
  }
}
