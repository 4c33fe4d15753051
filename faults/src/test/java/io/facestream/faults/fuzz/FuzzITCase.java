package io.facestream.faults.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.cluster.ProcessStatus;
import io.facestream.cluster.rest.FlinkJobs;
import io.facestream.faults.fixture.FaultCluster;
import io.facestream.faults.fixture.LiveRun;
import io.facestream.faults.fixture.RunPlan;
import io.facestream.faults.fixture.Undisturbed;
import io.facestream.faults.invariant.Reference;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Thousands of odd records of every sort, on a cluster of processes under load. */
@Timeout(1800)
class FuzzITCase {
  /** Another one by {@code -Dfaults.seed}. */
  private static final long SEED = Long.getLong("faults.seed", 14);

  private static final int EVERY_HEADER = Integer.getInteger("faults.headers", 4);
  private static final int REPEATS = Integer.getInteger("faults.repeats", 4);
  private static final int MUTATIONS = Integer.getInteger("faults.mutations", 2_000);

  @RegisterExtension static final FaultCluster CLUSTER = FaultCluster.patient();

  @Test
  void shouldGoOnAsIfNothingWereThereWhateverARecordHolds() throws Exception {
    Reference reference = Undisturbed.on(CLUSTER);
    SplittableRandom random = new SplittableRandom(SEED);
    System.out.println("   seed " + SEED);
    // All who do not exist fit into a verdict, beside the people of the scene.
    RunPlan plan = RunPlan.usual(4).withOptions("--candidates", "50", "--shown-candidates", "50");
    try (LiveRun run = LiveRun.start(CLUSTER, plan);
        Bombardment bombardment =
            new Bombardment(run.bootstrapServers(), run.topics(), random.split())) {
      List<Long> processes = pids();
      bombardment.send(
          FrameFuzz.records(random.split(), EVERY_HEADER, REPEATS),
          GalleryFuzz.records(random.split(), run.gallery().people(), REPEATS, MUTATIONS));
      run.awaitVerdictsOfFramesFrom(System.currentTimeMillis());
      run.awaitNextCheckpoint();

      FlinkJobs jobs = CLUSTER.cluster().flink().jobs();
      assertThat(jobs.failure(run.job())).isEmpty();
      assertThat(jobs.restarts(run.job())).isZero();
      assertThat(pids()).isEqualTo(processes);
      run.settle(reference, bombardment::dueOf);
      bombardment.requireDeadLetters();
    }
  }

  private static List<Long> pids() {
    return CLUSTER.cluster().processes().stream().map(ProcessStatus::pid).toList();
  }
}
