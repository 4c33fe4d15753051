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

/** The only broker goes and comes back; cameras and job wait for it. */
@Timeout(1_200)
class BrokerFaultsITCase {
  private static final int ROUNDS = 2;
  private static final long OUTAGE_MILLIS = 8_000;

  @RegisterExtension static final FaultCluster CLUSTER = FaultCluster.usual();

  @Test
  void shouldLoseNothingWhenTheBrokerIsStoppedForAWhile() throws Exception {
    Reference reference = Undisturbed.on(CLUSTER);
    try (LiveRun run = LiveRun.start(CLUSTER, RunPlan.usual(4))) {
      for (int round = 0; round < ROUNDS; round++) {
        Recovery recovery = Recovery.from(run);
        CLUSTER.stop("broker");
        Thread.sleep(OUTAGE_MILLIS);
        CLUSTER.start("broker");
        recovery.awaitAndNote("stop the broker, started again after 8 s");
      }
      run.settle(reference);
    }
  }

  @Test
  void shouldLoseNothingWhenTheBrokerIsKilled() throws Exception {
    Reference reference = Undisturbed.on(CLUSTER);
    try (LiveRun run = LiveRun.start(CLUSTER, RunPlan.usual(4))) {
      for (int round = 0; round < ROUNDS; round++) {
        Recovery recovery = Recovery.from(run);
        CLUSTER.kill("broker");
        CLUSTER.start("broker");
        recovery.awaitAndNote("kill the broker, started again");
      }
      run.settle(reference);
    }
  }
}
