package io.facestream.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.cluster.ProcessStatus;
import io.facestream.cluster.rest.FlinkJobs;
import io.facestream.faults.faultyjob.FaultyJob;
import io.facestream.faults.fixture.FaultCluster;
import io.facestream.faults.fixture.FaultyJar;
import io.facestream.faults.fixture.Figures;
import io.facestream.faults.fixture.Jvm;
import io.facestream.faults.fixture.LiveRun;
import io.facestream.faults.fixture.Operator;
import io.facestream.faults.fixture.Pictures;
import io.facestream.faults.fixture.RunPlan;
import io.facestream.faults.fixture.Target;
import io.facestream.faults.fixture.Undisturbed;
import io.facestream.faults.fixture.Wait;
import io.facestream.faults.invariant.Due;
import io.facestream.faults.invariant.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A record that makes the job fail, again after each restart: the processes bear it, it is seen by
 * whom it concerns, and the recipe of docs/failure-tour.md goes on without it.
 */
@Timeout(1800)
class CrashLoopITCase {
  private static final int RESTARTS = Integer.getInteger("faults.restarts", 40);

  /** By then everything is loaded that ever will be. */
  private static final int WARM = 10;

  /** Less than the classes of one job more. */
  private static final double METASPACE_KIB = 4_096;

  @RegisterExtension
  static final FaultCluster CLUSTER =
      FaultCluster.with(
          spec ->
              spec.withFlinkSetting("heartbeat.timeout", "2min")
                  // Ten seconds each would make the loop a long one.
                  .withFlinkSetting("restart-strategy.exponential-delay.max-backoff", "500ms"));

  @Test
  void shouldBearManyRestartsAndGoOnWithoutTheRecordThatTheOperatorSkips() throws Exception {
    Reference reference = Undisturbed.on(CLUSTER);
    Operator operator = Operator.of(CLUSTER);
    RunPlan plan =
        RunPlan.usual(4)
            .withJar(FaultyJar.build())
            .withFirstArgument(Target.folder("trip-wires").toString());
    try (LiveRun run = LiveRun.start(CLUSTER, plan)) {
      run.awaitNextCheckpoint();
      RecordMetadata place = sendPoison(run);
      String record = "frames:" + place.partition() + ":" + place.offset();
      awaitRestarts(run, WARM);
      List<Jvm> warm = taskManagers();
      for (int restarts = WARM + 10; restarts <= RESTARTS; restarts += 10) {
        awaitRestarts(run, restarts);
        note(restarts, taskManagers());
      }
      requireNoneGrew(warm, taskManagers());

      String failure = "Judge failed on " + record + " (camera poison; --skip " + record;
      assertThat(CLUSTER.cluster().flink().jobs().failure(run.job())).startsWith(failure);
      assertThat(Files.readString(CLUSTER.cluster().log("jm"))).contains(failure);
      assertThat(operator.cluster("status")).contains("Last failure:   " + failure);

      operator.cluster("cancel");
      String folder = operator.shell("ls -td checkpoints/*/chk-*/_metadata");
      List<String> submission = new ArrayList<>(List.of("--jar", plan.jar().toString()));
      submission.addAll(run.options(plan));
      submission.addAll(List.of("--skip", record));
      submission.addAll(
          List.of(
              "--from-savepoint", CLUSTER.cluster().folder().path().resolve(folder).toString()));
      operator.cluster("submit", submission.toArray(String[]::new));

      run.adopt();
      run.awaitVerdictsOfFramesFrom(System.currentTimeMillis());
      run.settle(
          reference, frame -> frame.cameraId().equals(FaultyJob.POISON) ? Due.REFUSED : Due.TAKEN);
      assertThat(run.answers().all().deadLetters())
          .containsExactly(
              Map.entry(
                  place.partition() + "-" + place.offset(),
                  "Skipped by the operator's order (--skip " + record + ")."));
    }
  }

  private static void awaitRestarts(LiveRun run, int restarts) throws Exception {
    FlinkJobs jobs = CLUSTER.cluster().flink().jobs();
    Wait.until(
        () -> restarts + " restarts",
        () -> jobs.restarts(run.job()) >= restarts,
        () -> jobs.restarts(run.job()));
  }

  private static List<Jvm> taskManagers() throws Exception {
    List<Jvm> all = new ArrayList<>();
    for (ProcessStatus process : CLUSTER.cluster().processes()) {
      if (process.name().startsWith("tm-")) {
        all.add(Jvm.of(process.pid()));
      }
    }
    return all;
  }

  private static void note(int restarts, List<Jvm> taskManagers) {
    String after = " of a TaskManager after " + restarts + " restarts, ";
    for (Jvm jvm : taskManagers) {
      Figures.add("metaspace" + after + "KiB", jvm.metaspaceKib());
      Figures.add("class loaders of jobs" + after + "count", jvm.jobClassLoaders());
      Figures.add("threads" + after + "count", jvm.threads());
      Figures.add("memory" + after + "KiB", jvm.residentKib());
    }
  }

  /** None died either: it would have another pid. */
  private static void requireNoneGrew(List<Jvm> before, List<Jvm> after) {
    for (int i = 0; i < before.size(); i++) {
      Jvm then = before.get(i);
      assertThat(after.get(i))
          .satisfies(
              now -> {
                assertThat(now.pid()).isEqualTo(then.pid());
                assertThat(now.jobClassLoaders()).isLessThanOrEqualTo(2);
                assertThat(now.metaspaceKib() - then.metaspaceKib()).isLessThan(METASPACE_KIB);
              });
    }
  }

  private static RecordMetadata sendPoison(LiveRun run) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", run.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      byte[] key = FaultyJob.POISON.getBytes(StandardCharsets.UTF_8);
      return producer
          .send(new ProducerRecord<>(run.topics().frames().name(), key, Pictures.bytes(0)))
          .get();
    }
  }
}
