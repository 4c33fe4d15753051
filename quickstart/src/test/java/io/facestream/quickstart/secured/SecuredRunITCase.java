package io.facestream.quickstart.secured;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.KafkaConnection;
import io.facestream.client.follow.TopicFollower;
import io.facestream.client.testing.SecuredBroker;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.embedded.flink.EmbeddedFlink;
import io.facestream.embedded.flink.RunningJob;
import io.facestream.gallery.cli.GalleryCommand;
import io.facestream.ingest.cli.IngestCommand;
import io.facestream.ingest.scene.DrawnScene;
import io.facestream.ingest.scene.SceneGallery;
import io.facestream.ingest.scene.SceneUrl;
import io.facestream.job.FacestreamJob;
import io.facestream.job.JobEnvironment;
import io.facestream.job.JobPreparation;
import io.facestream.job.kafka.KafkaSinks;
import io.facestream.job.kafka.KafkaSources;
import io.facestream.job.options.JobOptions;
import io.facestream.wire.TopicSet;
import io.facestream.wire.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * What the demo does, by the commands, on a broker that speaks TLS only, asks for a password and
 * allows no more than docs/secured-brokers.md asks for; and nothing of the password is seen.
 */
@Tag("thorough")
@Timeout(300)
class SecuredRunITCase {
  private static final TopicSet TOPICS = Topics.USUAL;
  private static final String SCENE = "scene:?seed=7&duration=4s&rate=5";

  @TempDir private Path people;

  @Test
  void shouldRecogniseAndShowNoPassword() throws Exception {
    try (Log log = Log.ofEverything();
        SecuredBroker broker = SecuredBroker.start();
        EmbeddedFlink flink = EmbeddedFlink.start(2, 0)) {
      TopicAdmin.createMissing(broker.admin(), (short) 1, TOPICS.all());
      allow(broker);
      new SceneGallery(new DrawnScene(SceneUrl.parse(SCENE))).writeTo(people);
      Path file = broker.plain(SecuredBroker.PASSWORD);
      String[] access = {
        "--bootstrap-servers", broker.bootstrapServers(), "--kafka-config", file.toString()
      };

      run(new GalleryCommand(), access, "load", people.toString(), "--pack", "builtin");
      run(
          new IngestCommand(),
          access,
          "--camera",
          "door=" + SCENE,
          "--pace",
          "none",
          "--until-end",
          "--metrics-interval",
          "0");
      KafkaConnection connection = KafkaConnection.to(broker.bootstrapServers(), file);
      long frames = new DrawnScene(SceneUrl.parse(SCENE)).frames();
      long alerts = judge(flink, connection, access, "at-least-once", frames);
      assertThat(alerts).isPositive();
      // A right that nothing before has needed.
      broker.allow(ResourceType.TRANSACTIONAL_ID, "facestream", AclOperation.WRITE);
      assertThat(judge(flink, connection, access, "exactly-once", 2 * frames))
          .isEqualTo(2 * alerts);
      assertThat(log.lines())
          .as("also what Kafka's clients say of their settings")
          .anyMatch(line -> line.contains("sasl.jaas.config = [hidden]"))
          .noneMatch(Log::tellsASecret);
    }
  }

  /**
   * A job reads all frames from the beginning, until there are so many verdicts.
   *
   * @return how many alerts there are then
   */
  private static long judge(
      EmbeddedFlink flink, KafkaConnection connection, String[] access, String delivery, long due)
      throws Exception {
    AtomicLong verdicts = new AtomicLong();
    AtomicLong alerts = new AtomicLong();
    RunningJob job = submit(flink, access, delivery);
    try (TopicFollower follower =
        TopicFollower.start(
            connection,
            Duration.ZERO,
            Map.of(
                TOPICS.verdicts().name(), record -> verdicts.incrementAndGet(),
                TOPICS.alerts().name(), record -> alerts.incrementAndGet()))) {
      while (verdicts.get() < due) {
        job.requireHealthy();
        follower.requireHealthy();
        Thread.sleep(20);
      }
      job.checkpoint();
      follower.drain();
    }
    assertThat(verdicts).as(delivery).hasValue(due);
    assertThat(everyPage(flink.webUi())).isNotEmpty().noneMatch(Log::tellsASecret);
    job.cancel();
    return alerts.get();
  }

  private static void allow(SecuredBroker broker) throws Exception {
    broker.allow(ResourceType.TOPIC, TOPICS.frames().name(), AclOperation.READ, AclOperation.WRITE);
    broker.allow(
        ResourceType.TOPIC, TOPICS.gallery().name(), AclOperation.READ, AclOperation.WRITE);
    broker.allow(ResourceType.TOPIC, TOPICS.policies().name(), AclOperation.READ);
    broker.allow(ResourceType.TOPIC, TOPICS.policiesDlq().name(), AclOperation.WRITE);
    for (var topic : TOPICS.all()) {
      broker.allow(ResourceType.TOPIC, topic.name(), AclOperation.DESCRIBE_CONFIGS);
    }
    for (var topic :
        List.of(
            TOPICS.verdicts(),
            TOPICS.alerts(),
            TOPICS.sightings(),
            TOPICS.analyses(),
            TOPICS.galleryDlq())) {
      // This test reads the answers, too.
      broker.allow(ResourceType.TOPIC, topic.name(), AclOperation.READ, AclOperation.WRITE);
    }
    broker.allow(ResourceType.GROUP, "facestream", AclOperation.READ);
  }

  private static void run(Object command, String[] access, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of(access));
    assertThat(new CommandLine(command).execute(all.toArray(String[]::new))).isZero();
  }

  private static RunningJob submit(EmbeddedFlink flink, String[] access, String delivery)
      throws Exception {
    List<String> all = new ArrayList<>(List.of(access));
    all.addAll(List.of("--pack", "builtin", "--parallelism", "1", "--frames-from", "earliest"));
    all.addAll(List.of("--checkpoint-interval", "1s", "--delivery", delivery));
    JobOptions options = JobOptions.parse(all.toArray(String[]::new));
    JobPreparation.prepare(options);
    Configuration settings = flink.jobSettings();
    settings.addAll(JobEnvironment.configuration(options));
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(settings);
    FacestreamJob.build(env, new KafkaSources(options), new KafkaSinks(options), options);
    return flink.submit(env);
  }

  /** What the web UI is made of. */
  private static List<String> everyPage(URI webUi) throws Exception {
    List<String> pages = new ArrayList<>();
    for (String path :
        List.of("/config", "/jobmanager/config", "/jobmanager/environment", "/taskmanagers")) {
      pages.add(page(webUi, path));
    }
    Pattern id = Pattern.compile("[0-9a-f]{32}");
    List<String> jobs = id.matcher(page(webUi, "/jobs")).results().map(MatchResult::group).toList();
    assertThat(jobs).isNotEmpty();
    for (String job : jobs) {
      pages.addAll(everyPageOf(webUi, "/jobs/" + job));
    }
    return pages;
  }

  private static List<String> everyPageOf(URI webUi, String jobPath) throws Exception {
    List<String> pages = new ArrayList<>();
    for (String path :
        List.of(
            jobPath,
            jobPath + "/config",
            jobPath + "/plan",
            jobPath + "/jobmanager/config",
            jobPath + "/jobmanager/environment",
            jobPath + "/checkpoints/config",
            jobPath + "/exceptions")) {
      pages.add(page(webUi, path));
    }
    return pages;
  }

  private static String page(URI webUi, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(webUi.resolve(path)).build(), BodyHandlers.ofString())
        .body();
  }
}
