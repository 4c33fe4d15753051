package io.facestream.explain.cli;

import io.facestream.client.KafkaConnection;
import io.facestream.client.gallery.GalleryReader;
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
import io.facestream.wire.Face;
import io.facestream.wire.FrameId;
import io.facestream.wire.Ids;
import io.facestream.wire.Verdict;
import io.facestream.wire.proto.GalleryEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A job that runs, with two people enrolled and a threshold so low that everybody is named. */
final class RunningRecognition implements BeforeAllCallback, AfterAllCallback {
  private static final String PACK = "builtin";

  private final DrawnScene scene = new DrawnScene(SceneOptions.defaults());
  private EmbeddedKafka kafka;
  private EmbeddedFlink flink;
  private RunTopics topics;
  private KafkaProducer<byte[], byte[]> producer;
  private RunningJob job;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    kafka = EmbeddedKafka.start();
    topics = new RunTopics(KafkaConnection.to(kafka.bootstrapServers()), "");
    topics.create(false);
    enrol("ada/1", scene.portraits(scene.people().get(0)).get(0));
    enrol("ada/2", scene.portraits(scene.people().get(0)).get(1));
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    flink = EmbeddedFlink.start(2, 0);
    job =
        JobOnTopics.submit(
            flink,
            topics,
            PACK,
            null,
            2,
            null,
            "--checkpoint-interval",
            "200ms",
            "--threshold",
            "-1");
  }

  private void enrol(String templateId, byte[] portrait) throws Exception {
    String person = Ids.personOf(templateId);
    GalleryEntry.Builder entry =
        GalleryEntry.newBuilder().setPersonId(person).setName("Name of " + person);
    VisionSettings usual =
        new VisionSettings(PACK, null, null, null, null, DecodeOptions.DEFAULT_MAX_PIXELS, null);
    try (PictureLook look = new PictureLook(usual)) {
      entry.setModelId(look.pack().embedder().modelId());
      for (float number : look.look(portrait).probes().get(0).embedding()) {
        entry.addEmbedding(number);
      }
    }
    try (GalleryWriter writer = GalleryWriter.open(gallery())) {
      writer.put(templateId, entry.build());
    }
  }

  /** Publishes a picture and says under which id it is judged. */
  String publish(String camera, byte[] picture) throws Exception {
    RecordMetadata place =
        producer
            .send(
                new ProducerRecord<>(
                    topics.frames(), 0, camera.getBytes(StandardCharsets.UTF_8), picture))
            .get();
    return Ids.frameId(camera, place.partition(), place.offset());
  }

  /** The only face of a frame, once it is judged. */
  Face face(String id) throws Exception {
    return verdict(id).faces().get(0);
  }

  /** The verdict, once there is one. */
  Verdict verdict(String id) throws Exception {
    AtomicReference<Verdict> verdict = new AtomicReference<>();
    await(
        () -> {
          Optional<Verdict> found =
              VerdictReader.find(
                      FrameId.parse(id), Instant.EPOCH, topics.connection(), topics.verdicts())
                  .map(stored -> stored.verdict());
          found.ifPresent(verdict::set);
          return found.isPresent();
        });
    return verdict.get();
  }

  /** The only face of the first of some pictures of which this is so. */
  Face awaitFace(String camera, byte[] picture, Predicate<Face> condition) throws Exception {
    AtomicReference<Face> last = new AtomicReference<>();
    await(
        () -> {
          last.set(face(publish(camera, picture)));
          return condition.test(last.get());
        });
    return last.get();
  }

  /** Waits for something that the job brings about. */
  void await(Callable<Boolean> condition) throws Exception {
    while (!condition.call()) {
      job.requireHealthy();
      Thread.sleep(50);
    }
  }

  /** Ids of those in the topic. */
  Set<String> negativeExamples() {
    try (GalleryReader reader = GalleryReader.open(gallery())) {
      return reader.read((id, entry) -> entry.getNotPersonId()).negativeExamples().keySet();
    }
  }

  void erase(String templateId) {
    try (GalleryWriter writer = GalleryWriter.open(gallery())) {
      writer.erase(templateId);
    }
  }

  byte[] ofAda() {
    return scene.portraits(scene.people().get(0)).get(2);
  }

  byte[] ofAStranger() {
    return scene.portraits(scene.strangers().get(0)).get(2);
  }

  byte[] ofAnotherStranger() {
    return scene.portraits(scene.people().get(2)).get(2);
  }

  /** Options that lead to these topics, behind others. */
  String[] options(String... more) {
    List<String> all = new ArrayList<>(List.of(more));
    all.addAll(List.of("--bootstrap-servers", kafka.bootstrapServers(), "--threshold", "-1"));
    return all.toArray(String[]::new);
  }

  private GalleryTopic gallery() {
    return new GalleryTopic(topics.connection(), topics.gallery());
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    job.cancel();
    flink.close();
    producer.close();
    kafka.close();
  }
}
