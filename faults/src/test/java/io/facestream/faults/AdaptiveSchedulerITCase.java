package io.facestream.faults;

import io.facestream.cluster.rest.Vertex;
import io.facestream.faults.fixture.FaultCluster;
import io.facestream.faults.fixture.LiveRun;
import io.facestream.faults.fixture.Recovery;
import io.facestream.faults.fixture.RunPlan;
import io.facestream.faults.fixture.Undisturbed;
import io.facestream.faults.fixture.Wait;
import io.facestream.faults.invariant.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The job takes what slots there are. */
@Timeout(1_200)
class AdaptiveSchedulerITCase {
  @RegisterExtension
  static final FaultCluster CLUSTER =
      FaultCluster.with(
          spec ->
              spec.withFlinkSetting("jobmanager.scheduler", "adaptive")
                  // Half a minute of waiting for yet another TaskManager is spared the test.
                  .withFlinkSetting(
                      "jobmanager.adaptive-scheduler.executing.cooldown-after-rescaling", "1s"));

  @Test
  void shouldShrinkWhenATaskManagerIsKilledAndGrowWhenOneJoins() throws Exception {
    Reference reference = Undisturbed.on(CLUSTER);
    try (LiveRun run = LiveRun.start(CLUSTER, listingEverybody())) {
      CLUSTER.cluster().flink().jobs().requireParallelism(run.job(), 1, 4);
      awaitParallelism(run, 4);

      Recovery shrink = Recovery.from(run);
      CLUSTER.kill("tm-2");
      awaitParallelism(run, 2);
      shrink.awaitAndNote("adaptive scheduler, a TaskManager is killed, 4 to 2");
      run.awaitWholeGallery();

      CLUSTER.start("tm-2");
      awaitParallelism(run, 4);
      run.awaitVerdictsOfFramesFrom(System.currentTimeMillis());
      run.awaitWholeGallery();
      run.settle(reference);
    }
  }

  private static RunPlan listingEverybody() {
    return RunPlan.usual(4)
        .withCameras(4, 5)
        .withOptions("--candidates", "100", "--shown-candidates", "100");
  }

  private static void awaitParallelism(LiveRun run, int parallelism) throws Exception {
    Wait.until(
        "all tasks to run with parallelism " + parallelism,
        () -> {
          var jobs = CLUSTER.cluster().flink().jobs();
          return jobs.runs(run.job())
              && jobs.vertices(run.job()).stream()
                  .mapToInt(Vertex::parallelism)
                  .allMatch(subtasks -> subtasks == parallelism);
        });
  }
}
