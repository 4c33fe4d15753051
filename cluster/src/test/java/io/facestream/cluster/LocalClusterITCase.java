package io.facestream.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.facestream.client.KafkaConnection;
import io.facestream.cluster.cli.ClusterCommand;
import io.facestream.cluster.rest.JobRun;
import io.facestream.gallery.GalleryLoader;
import io.facestream.gallery.LoadOptions;
import io.facestream.gallery.LoadProgress;
import io.facestream.ingest.CameraIngest;
import io.facestream.ingest.IngestOptions;
import io.facestream.ingest.camera.Camera;
import io.facestream.ingest.camera.Pace;
import io.facestream.ingest.scene.DrawnScene;
import io.facestream.ingest.scene.SceneGallery;
import io.facestream.ingest.scene.SceneUrl;
import io.facestream.wire.Outcome;
import io.facestream.wire.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The thin job jar on real processes: what a first user of the cluster does, in one go. */
@Tag("thorough")
@Timeout(300)
class LocalClusterITCase {
  private static final String SCENE = "scene:?duration=4s";
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir Path folder;

  @Test
  void shouldJudgeEveryFrameByTheSubmittedJobAndSaveItsState() throws Exception {
    ClusterSpec spec =
        ClusterSpec.in(folder.resolve("my cluster"))
            .withTaskManagers(1, 2)
            .withPorts(ClusterPorts.free());
    try (LocalCluster cluster = LocalCluster.up(spec)) {
      assertThatThrownBy(() -> LocalCluster.up(spec))
          .isInstanceOf(ClusterException.class)
          .hasMessageContaining("up in " + spec.folder())
          .extracting(LocalClusterITCase::step)
          .isEqualTo(new FurtherStep(FurtherStep.Kind.END_CLUSTER, spec.folder(), null));

      endsWithTheCauseWhatCannotStart(cluster);
      String job =
          cluster
              .jobs()
              .submit(
                  JobRun.with(List.of("--pack", "builtin", "--frames-from", "earliest"))
                      .withParallelism(2));
      cluster.jobs().awaitStart(job);
      assertThatThrownBy(() -> cluster.jobs().requireSlots(1))
          .isInstanceOf(ClusterException.class)
          .hasMessageContaining("0 of 2 slots are free")
          .extracting(LocalClusterITCase::step)
          .isEqualTo(new FurtherStep(FurtherStep.Kind.START_PROCESS, spec.folder(), "tm-2"));
      tellsOfAWrongOptionBeforeMissingSlots(spec);
      enrolThePeopleOfTheScene(cluster.bootstrapServers());
      long frames = playTheScene(cluster.bootstrapServers());

      List<Verdict> verdicts = Verdicts.read(cluster.bootstrapServers(), frames, PATIENCE);
      assertThat(verdicts).extracting(Verdict::verdictId).doesNotHaveDuplicates();
      assertThat(verdicts).extracting(Verdict::outcome).contains(Outcome.MATCH);

      String savepoint = LocalCluster.at(spec.folder()).flink().savepoints().take(job);
      assertThat(Path.of(savepoint.substring("file:".length())))
          .hasParent(spec.folder().resolve("savepoints"))
          .isDirectory();
      assertThat(cluster.processes()).allMatch(ProcessStatus::isAlive);
      tellsItsStatusAsJson(cluster, job);

      startsAgainWhatDies(cluster);
      cluster.flink().jobs().awaitRunning(job, PATIENCE);
      long more = playTheScene(cluster.bootstrapServers());
      Verdicts.readDistinct(cluster.bootstrapServers(), frames + more, PATIENCE);
    }
    assertThatThrownBy(() -> LocalCluster.at(spec.folder()))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("No cluster is up");
    assertThat(Files.readString(spec.folder().resolve("logs/tm-1.log")))
        .containsPattern("Scan kernel: \\w+ \\(");
  }

  private static void tellsOfAWrongOptionBeforeMissingSlots(ClusterSpec spec) {
    assertThat(submit(spec, "--pack", "builtin", "--search-back", "soon"))
        .startsWith("2: Invalid value for option '--search-back': 'soon' is not a");
    assertThat(submit(spec, "--pack", "builtin")).startsWith("1: 0 of 2 slots are free");
  }

  /** Exit code and what it says. */
  private static String submit(ClusterSpec spec, String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("submit", "--dir", spec.folder().toString(), "--parallelism=1"));
    arguments.addAll(List.of(options));
    StringWriter err = new StringWriter();
    int code =
        new CommandLine(new ClusterCommand())
            .setErr(new PrintWriter(err, true))
            .setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                  command.getErr().println(failure.getMessage());
                  return 1;
                })
            .execute(arguments.toArray(String[]::new));
    return code + ": " + err;
  }

  private static void tellsItsStatusAsJson(LocalCluster cluster, String job) throws Exception {
    JsonNode status = status(cluster);
    assertThat(status.path("bootstrapServers").asText()).isEqualTo(cluster.bootstrapServers());
    assertThat(status.path("problem").isNull()).isTrue();
    assertThat(status.path("processes")).allMatch(process -> process.path("pid").isNumber());
    assertThat(status.at("/flink/slots").intValue()).isEqualTo(2);
    JsonNode only = status.at("/flink/jobs/0");
    assertThat(only.path("id").asText()).isEqualTo(job);
    assertThat(only.path("parallelism").intValue()).isEqualTo(2);
    assertThat(only.path("runningSubtasks")).isEqualTo(only.path("subtasks"));
    assertThat(only.at("/lastCheckpoint/path").asText()).startsWith("file:");
    tellsTheTemplatesOfEachSlice(cluster);
  }

  /** The JobManager fetches metrics now and then. */
  private static void tellsTheTemplatesOfEachSlice(LocalCluster cluster) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    List<Long> templates = new ArrayList<>();
    while (templates.stream().mapToLong(Long::longValue).sum() == 0) {
      assertThat(System.nanoTime()).as("time for the templates").isLessThan(deadline);
      Thread.sleep(500);
      templates.clear();
      status(cluster)
          .at("/flink/jobs/0/templates")
          .forEach(slice -> templates.add(slice.longValue()));
    }
    assertThat(templates).hasSize(2);
  }

  private static JsonNode status(LocalCluster cluster) throws Exception {
    StringWriter out = new StringWriter();
    int code =
        new CommandLine(new ClusterCommand())
            .setOut(new PrintWriter(out, true))
            .execute("status", "--json", "--dir", cluster.folder().path().toString());
    assertThat(code).isZero();
    assertThat(out.toString()).hasLineCount(1);
    return new ObjectMapper().readTree(out.toString());
  }

  private static void startsAgainWhatDies(LocalCluster cluster) throws Exception {
    cluster.kill("supervisor");
    assertThat(cluster.startSupervisorIfDead()).isFalse(); // On purpose.
    cluster.start("supervisor");
    die(cluster, "supervisor");
    assertThat(cluster.startSupervisorIfDead()).isTrue();
    cluster.kill("tm-1");
    cluster.start("tm-1");
    assertThat(status(cluster, "tm-1").restarts()).isZero();

    long pid = die(cluster, "tm-1");
    // First the process is there, then it is counted, then it is told.
    awaitOf(
        cluster,
        "tm-1",
        process -> process.isAlive() && process.pid() != pid && process.restarts() == 1);
    awaitLine(cluster, "supervisor", "tm-1 is started again");
    assertThat(Files.readString(cluster.log("supervisor")))
        .contains("tm-1 has died; it is started again in 1 s");

    long again = die(cluster, "tm-1");
    awaitOf(cluster, "tm-1", process -> process.isAlive() && process.pid() != again);
    assertThat(Files.readString(cluster.log("supervisor")))
        .contains("tm-1 has died with exit code 137; it is started again in 2 s");
  }

  /** As the system's own killer would, of whom the cluster does not know. */
  private static long die(LocalCluster cluster, String name) throws Exception {
    long pid = status(cluster, name).pid();
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    process.onExit().get();
    return pid;
  }

  private static ProcessStatus status(LocalCluster cluster, String name) {
    return cluster.processes().stream()
        .filter(process -> process.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void awaitOf(LocalCluster cluster, String name, Predicate<ProcessStatus> condition)
      throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.test(status(cluster, name))) {
      assertThat(System.nanoTime()).as("time for %s", name).isLessThan(deadline);
      Thread.sleep(100);
    }
  }

  private static void awaitLine(LocalCluster cluster, String name, String line) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.readString(cluster.log(name)).contains(line)) {
      assertThat(System.nanoTime()).as("time for '%s'", line).isLessThan(deadline);
      Thread.sleep(100);
    }
  }

  private static FurtherStep step(Throwable failure) {
    return ((ClusterException) failure).step().orElseThrow();
  }

  private void endsWithTheCauseWhatCannotStart(LocalCluster cluster) throws Exception {
    String models = folder.resolve("nowhere").toString();
    cluster.jobs().requireSlots(2);
    String job = cluster.jobs().submit(JobRun.with(List.of("--models", models)).withParallelism(2));

    assertThatThrownBy(() -> cluster.jobs().awaitStart(job))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("no models folder " + models)
        .extracting(LocalClusterITCase::step)
        .isEqualTo(new FurtherStep(FurtherStep.Kind.CANCEL, cluster.spec().folder(), job));

    cluster.flink().jobs().cancel(job, PATIENCE);
    // It has ended, which is all that is asked for.
    cluster.flink().jobs().cancel(job, PATIENCE);
    assertThat(cluster.flink().jobs().live()).isEmpty();
  }

  private void enrolThePeopleOfTheScene(String bootstrapServers) throws Exception {
    Path portraits = Files.createDirectories(folder.resolve("people"));
    new SceneGallery(new DrawnScene(SceneUrl.parse(SCENE))).writeTo(portraits);
    GalleryLoader.load(
        portraits,
        LoadOptions.of(KafkaConnection.to(bootstrapServers), "builtin"),
        LoadProgress.SILENT);
  }

  private static long playTheScene(String bootstrapServers) throws Exception {
    Camera camera = Camera.of("lobby", SCENE).withPace(Pace.NONE);
    try (CameraIngest ingest =
        new CameraIngest(List.of(camera), IngestOptions.to(KafkaConnection.to(bootstrapServers)))) {
      ingest.start();
      ingest.awaitEnd();
      return ingest.framesPublished("lobby");
    }
  }
}
