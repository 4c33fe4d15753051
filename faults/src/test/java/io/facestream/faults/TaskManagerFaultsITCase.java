package io.facestream.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.faults.fixture.FaultCluster;
import io.facestream.faults.fixture.LiveRun;
import io.facestream.faults.fixture.Recovery;
import io.facestream.faults.fixture.RunPlan;
import io.facestream.faults.fixture.Undisturbed;
import io.facestream.faults.invariant.Reference;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** TaskManagers that die, and one that joins. */
@Timeout(1_200)
class TaskManagerFaultsITCase {
  @RegisterExtension static final FaultCluster CLUSTER = FaultCluster.usual();

  private Reference reference;

  @BeforeEach
  void knowTheUndisturbedAnswers() throws Exception {
    reference = Undisturbed.on(CLUSTER);
    // Pictures that nobody is recognised on would make every test pass.
    assertThat(reference.matches()).isGreaterThan(20);
  }

  @Test
  void shouldLoseNothingWhenATaskManagerIsKilledAndAnotherHasFreeSlots() throws Exception {
    CLUSTER.start("tm-3");
    try (LiveRun run = LiveRun.start(CLUSTER, RunPlan.usual(4))) {
      for (String victim : List.of("tm-1", "tm-2", "tm-3")) {
        Recovery recovery = Recovery.from(run);
        CLUSTER.kill(victim);
        recovery.awaitAndNote("kill a TaskManager, slots free");
        CLUSTER.start(victim);
      }
      run.settle(reference);
    }
  }

  @Test
  void shouldLoseNothingWhenATaskManagerIsKilledAndComesBack() throws Exception {
    try (LiveRun run = LiveRun.start(CLUSTER, RunPlan.usual(4))) {
      for (String victim : List.of("tm-2", "tm-1", "tm-2")) {
        Recovery recovery = Recovery.from(run);
        CLUSTER.kill(victim);
        CLUSTER.start(victim);
        recovery.awaitAndNote("kill a TaskManager, started again");
      }
      run.settle(reference);
    }
  }

  @Test
  void shouldLoseNothingWhenATaskManagerJoinsUnderLoadAndTheJobGrows() throws Exception {
    try (LiveRun run = LiveRun.start(CLUSTER, RunPlan.usual(2))) {
      CLUSTER.start("tm-3");
      Recovery recovery = Recovery.from(run);
      run.scale(6);
      recovery.awaitAndNote("scale by savepoint, 2 to 6");
      assertThat(CLUSTER.cluster().flink().overview().freeSlots()).isZero();
      run.settle(reference);
    }
  }
}
