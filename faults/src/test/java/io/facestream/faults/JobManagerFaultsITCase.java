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

/** The JobManager dies, and all others with it; ZooKeeper remembers the job. */
@Timeout(1_200)
class JobManagerFaultsITCase {
  private static final int ROUNDS = 2;

  @RegisterExtension static final FaultCluster CLUSTER = FaultCluster.usual();

  @Test
  void shouldLoseNothingWhenTheJobManagerIsKilled() throws Exception {
    Reference reference = Undisturbed.on(CLUSTER);
    try (LiveRun run = LiveRun.start(CLUSTER, RunPlan.usual(4))) {
      for (int round = 0; round < ROUNDS; round++) {
        run.awaitNextCheckpoint();
        Recovery recovery = Recovery.from(run);
        CLUSTER.kill("jm");
        CLUSTER.start("jm");
        recovery.awaitAndNote("kill the JobManager, started again");
      }
      run.settle(reference);
    }
  }

  @Test
  void shouldLoseNothingWhenEveryProcessIsKilledAndStartedAgain() throws Exception {
    Reference reference = Undisturbed.on(CLUSTER);
    try (LiveRun run = LiveRun.start(CLUSTER, RunPlan.usual(4))) {
      for (int round = 0; round < ROUNDS; round++) {
        run.awaitNextCheckpoint();
        Recovery recovery = Recovery.from(run);
        CLUSTER.killEverything();
        CLUSTER.startWhatDoesNotRun();
        recovery.awaitAndNote("kill everything, started again with high availability");
      }
      run.settle(reference);
    }
  }
}
