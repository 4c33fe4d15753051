package io.facestream.console.testing;

import io.facestream.client.KafkaConnection;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.console.DeskTopics;
import io.facestream.embedded.TempFolder;
import io.facestream.embedded.flink.EmbeddedFlink;
import io.facestream.embedded.flink.RunningJob;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.ingest.scene.DrawnScene;
import io.facestream.ingest.scene.SceneGallery;
import io.facestream.ingest.scene.SceneOptions;
import io.facestream.onejvm.JobOnTopics;
import io.facestream.onejvm.PhotoGallery;
import io.facestream.onejvm.RunTopics;
import io.facestream.wire.Topics;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The real job on a broker of its own, in this JVM, with drawn people enrolled: the first one is a
 * guest, the second one staff, the others are on no list.
 */
public final class TestJob implements BeforeAllCallback, AfterAllCallback {
  private final DrawnScene scene = new DrawnScene(SceneOptions.defaults());
  private final String[] options;
  private EmbeddedKafka kafka;
  private EmbeddedFlink flink;
  private RunTopics topics;
  private RunningJob job;
  private String savepoint;

  /**
   * @param options further ones of the job
   */
  public TestJob(String... options) {
    this.options = options;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    kafka = EmbeddedKafka.start();
    topics = new RunTopics(KafkaConnection.to(kafka.bootstrapServers()), "");
    topics.create(false);
    // Not the job's: those have it who review.
    TopicAdmin.createMissing(
        topics.connection(), TopicAdmin.REPLICATION_OF_THE_BROKER, List.of(Topics.REVIEWS));
    enrol();
    flink = EmbeddedFlink.start(2, 0);
    start();
  }

  private void enrol() throws Exception {
    try (TempFolder folder = TempFolder.create("facestream-people-")) {
      new SceneGallery(scene).writeTo(folder.path());
      List<String> lists = List.of("guests", "staff");
      for (int i = 0; i < lists.size(); i++) {
        Path own = folder.path().resolve(name(i).replace(' ', '_'));
        Files.writeString(
            own.resolve("person.yaml"),
            "watchlists: [" + lists.get(i) + "]\n",
            StandardCharsets.UTF_8);
      }
      PhotoGallery.load(
          folder.path(), topics, "builtin", null, 1, new PrintWriter(Writer.nullWriter()));
    }
  }

  /** Starts the job, at first and after {@link #stop}, from its latest savepoint if it has one. */
  public void start() throws Exception {
    job = JobOnTopics.submit(flink, topics, "builtin", null, 2, savepoint, options);
    job.awaitRunning();
  }

  /** Ends the job; the broker stays. */
  public void stop() throws InterruptedException {
    job.cancel();
  }

  /** Ends the job with a savepoint, which holds its state value by value. */
  public void stopWithSavepoint(Path folder) throws InterruptedException {
    savepoint = job.stopWithSavepoint(folder, SavepointFormatType.CANONICAL);
  }

  /** What a console of this job is started with. */
  public DeskTopics desk() {
    return new DeskTopics(
        topics.connection(),
        topics.all(),
        Topics.REVIEWS.name(),
        Topics.CAMERAS.name(),
        "builtin",
        null);
  }

  /** The broker, to be stopped and started. */
  public EmbeddedKafka kafka() {
    return kafka;
  }

  /** The name of an enrolled person. */
  public String name(int person) {
    return scene.people().get(person).name();
  }

  /** A picture of an enrolled person that is none of those enrolled with, as far as they differ. */
  public byte[] pictureOf(int person) {
    List<byte[]> portraits = scene.portraits(scene.people().get(person));
    return portraits.get(portraits.size() - 1);
  }

  /** A picture of somebody who is not enrolled. */
  public byte[] pictureOfAStranger() {
    return scene.portraits(scene.strangers().get(0)).get(0);
  }

  /** A picture of a street, with several people or nobody. */
  public byte[] frame(long number) {
    return scene.frame(number);
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    job.cancel();
    flink.close();
    kafka.close();
  }
}
