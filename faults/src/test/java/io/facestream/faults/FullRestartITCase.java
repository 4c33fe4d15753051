package io.facestream.faults;

import io.facestream.faults.fixture.FaultCluster;
import io.facestream.faults.fixture.LiveRun;
import io.facestream.faults.fixture.Recovery;
import io.facestream.faults.fixture.RunPlan;
import io.facestream.faults.fixture.Undisturbed;
import io.facestream.faults.invariant.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody remembers the job: it is submitted again, from the checkpoint that was kept. */
@Timeout(1_200)
class FullRestartITCase {
  private static final int ROUNDS = 2;

  @RegisterExtension static final FaultCluster CLUSTER = FaultCluster.with(spec -> spec);

  @Test
  void shouldGoOnFromTheLatestCheckpointWhenEveryProcessWasKilled() throws Exception {
    Reference reference = Undisturbed.on(CLUSTER);
    try (LiveRun run = LiveRun.start(CLUSTER, RunPlan.usual(4))) {
      for (int round = 0; round < ROUNDS; round++) {
        run.awaitNextCheckpoint();
        Recovery recovery = Recovery.from(run);
        CLUSTER.killEverything();
        CLUSTER.startWhatDoesNotRun();
        run.submitFromLatestCheckpoint();
        recovery.awaitAndNote("kill everything, submitted again from the latest checkpoint");
      }
      run.settle(reference);
    }
  }

  @Test
  void shouldGoOnFromTheLatestCheckpointWhenTheJobWasCancelled() throws Exception {
    Reference reference = Undisturbed.on(CLUSTER);
    try (LiveRun run = LiveRun.start(CLUSTER, RunPlan.usual(4))) {
      for (int round = 0; round < ROUNDS; round++) {
        run.awaitNextCheckpoint();
        Recovery recovery = Recovery.from(run);
        run.cancel();
        run.submitFromLatestCheckpoint();
        recovery.awaitAndNote("cancel, submitted again from the latest checkpoint");
      }
      run.settle(reference);
    }
  }

  @Test
  void shouldRunTwoJobsOfTheSameJarBesideEachOther() throws Exception {
    Reference reference = Undisturbed.on(CLUSTER);
    RunPlan half = RunPlan.usual(2).withCameras(2, 8);
    try (LiveRun one = LiveRun.start(CLUSTER, half);
        LiveRun other = LiveRun.start(CLUSTER, half)) {
      one.cancel();
      one.submitFromLatestCheckpoint();
      one.awaitVerdictsOfFramesFrom(System.currentTimeMillis());
      one.settle(reference);
      other.settle(reference);
    }
  }
}
