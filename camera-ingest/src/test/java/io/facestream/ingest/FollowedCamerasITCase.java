package io.facestream.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.KafkaConnection;
import io.facestream.client.cameras.CameraTopic;
import io.facestream.client.topics.AwaitedWriter;
import io.facestream.ingest.camera.Camera;
import io.facestream.ingest.metrics.CameraCounters;
import io.facestream.ingest.testing.FramesTopic;
import io.facestream.ingest.testing.HeardLog;
import io.facestream.ingest.testing.MjpegServer;
import io.facestream.ingest.testing.SharedBroker;
import io.facestream.wire.CameraSource;
import io.facestream.wire.TopicSpec;
import io.facestream.wire.Topics;
import java.io.StringWriter;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cameras of a topic come, change and go while the others are read. */
@Timeout(120)
class FollowedCamerasITCase {
  /** Nobody listens there. */
  private static final String DEAD = "rtsp://viewer:S3cret@127.0.0.1:1/live";

  private final KafkaConnection connection =
      KafkaConnection.to(SharedBroker.get().bootstrapServers());
  private final TopicSpec cameras = Topics.CAMERAS.named("cameras-" + UUID.randomUUID());
  private final CameraTopic topic = new CameraTopic(connection, cameras.name());
  private final FramesTopic frames = new FramesTopic(SharedBroker.get(), 4);
  private final StringWriter said = new StringWriter();
  private HeardLog log;
  private MjpegServer server;
  private CameraIngest ingest;

  @BeforeEach
  void start() throws Exception {
    log = new HeardLog(said, "io.facestream", Level.INFO);
    server = new MjpegServer();
  }

  @AfterEach
  void end() {
    if (ingest != null) {
      ingest.close();
    }
    server.close();
    log.close();
  }

  private void ingest(Camera... given) {
    ingest = new CameraIngest(List.of(given), frames.options().following(cameras));
    ingest.start();
  }

  /** A record as somebody might write it. */
  private void write(String key, String value) {
    AwaitedWriter.write(
        connection,
        List.of(
            new ProducerRecord<>(
                cameras.name(),
                key.getBytes(UTF_8),
                value == null ? null : value.getBytes(UTF_8))));
  }

  private static void await(BooleanSupplier holds) throws InterruptedException {
    while (!holds.getAsBoolean()) {
      Thread.sleep(20);
    }
  }

  private boolean sends(String camera) {
    CameraCounters counters = ingest.counters().get(camera);
    return counters != null && counters.published() > 0;
  }

  @Test
  void shouldStartChangeAndStopCamerasAsTheirRecordsCome() throws Exception {
    ingest();
    assertThat(ingest.cameraIds()).isEmpty();
    topic.write("door", CameraSource.of(server.url()));
    await(() -> sends("door"));

    try (MjpegServer other = new MjpegServer().protectedBy("viewer:S3cret")) {
      topic.write("door", CameraSource.of(other.url().replace("//", "//viewer:S3cret@")));
      await(() -> other.connections() > 0 && sends("door"));
      assertThat(ingest.cameraIds()).containsExactly("door");
    }

    topic.write("yard", CameraSource.of(server.url()));
    await(() -> sends("yard"));
    topic.write("yard", new CameraSource(server.url(), false, null, null, null, null));
    await(() -> !ingest.cameraIds().contains("yard"));
    topic.write("yard", CameraSource.of(server.url()));
    await(() -> sends("yard"));
    topic.write("door", null);
    await(() -> !ingest.cameraIds().contains("door"));
    assertThat(ingest.cameraIds()).containsExactly("yard");
    assertThat(ingest.refusedRecords()).isZero();
    assertThat(frames.recordsOf("door")).isNotEmpty();
  }

  /** A record that says the same again is no reason to look away for a moment. */
  @Test
  void shouldKeepReadingACameraThatIsNotChanged() throws Exception {
    ingest();
    topic.write("door", CameraSource.of(server.url()));
    await(() -> sends("door"));
    topic.write("door", CameraSource.of(server.url()));
    topic.write("yard", CameraSource.of(server.url()));
    await(() -> sends("yard"));
    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void shouldReadTheOthersWhereOneIsDeadOrNoCameraAtAll() throws Exception {
    ingest();
    topic.write("dead", CameraSource.of(DEAD));
    write("door", "{\"url\": \"file:///etc/passwd\"}");
    write("door", "{\"url\": \"rtsp://viewer:S3cret@127.0.0.1:1/live\", \"speed\": 1}");
    write("no name", "{\"url\": \"" + server.url() + "\"}");
    topic.write("yard", CameraSource.of(server.url()));
    await(() -> sends("yard"));
    assertThat(ingest.cameraIds()).containsExactly("dead", "yard");
    assertThat(ingest.refusedRecords()).isEqualTo(3);

    // A record that is no camera leaves in force what was before it.
    write("yard", "{\"url\": \"" + DEAD + "\"");
    topic.write("last", CameraSource.of(server.url()));
    await(() -> sends("last"));
    assertThat(ingest.cameraIds()).containsExactly("dead", "last", "yard");
    assertThat(server.connections()).isEqualTo(2);
    assertThat(ingest.refusedRecords()).isEqualTo(4);
    assertThat(said.toString())
        .contains("Only cameras on the network are taken", "There is no field 'speed'")
        .contains("rtsp://127.0.0.1:1")
        .doesNotContain("S3cret")
        .doesNotContain("viewer");
  }

  @Test
  void shouldHaveTheSameCamerasWhenItIsStartedAgain() throws Exception {
    topic.createIfMissing((short) 1);
    topic.write("door", CameraSource.of(DEAD));
    topic.write("gone", CameraSource.of(server.url()));
    topic.write("gone", null);
    topic.write("door", CameraSource.of(server.url()));
    ingest();
    await(() -> sends("door"));
    ingest.close();
    int before = server.connections();
    ingest();
    await(() -> sends("door"));
    assertThat(ingest.cameraIds()).containsExactly("door");
    // Nothing of what was before the last record of each.
    assertThat(server.connections()).isEqualTo(before + 1);
    assertThat(said.toString()).doesNotContain("camera gone", "gone at");
  }

  @Test
  void shouldLetACameraThatIsGivenCountOverOneOfTheSameName() throws Exception {
    ingest(Camera.of("door", server.url()));
    topic.write("door", CameraSource.of(DEAD));
    topic.write("yard", CameraSource.of(server.url()));
    await(() -> sends("door") && sends("yard"));
    assertThat(ingest.cameraIds()).containsExactly("door", "yard");
    assertThat(ingest.refusedRecords()).isOne();
    assertThat(said.toString()).contains("camera door: is given at the start");
    topic.write("door", null);
    topic.write("yard", null);
    await(() -> !ingest.cameraIds().contains("yard"));
    assertThat(ingest.cameraIds()).containsExactly("door");
  }
}
