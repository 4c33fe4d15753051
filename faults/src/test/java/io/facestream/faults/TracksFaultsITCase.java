package io.facestream.faults;

import io.facestream.faults.fixture.FaultCluster;
import io.facestream.faults.fixture.LiveRun;
import io.facestream.faults.fixture.Recovery;
import io.facestream.faults.fixture.RunPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Faces that are followed, and visits: whatever is killed and however the job is scaled meanwhile,
 * tracks, identities and sightings are those of a job that nothing happened to.
 */
@Timeout(600)
class TracksFaultsITCase {
  @RegisterExtension static final FaultCluster CLUSTER = FaultCluster.usual();

  @Test
  void shouldFollowFacesAndVisitsAsIfNothingHadHappened() throws Exception {
    try (LiveRun run = LiveRun.start(CLUSTER, RunPlan.usual(2).withTracks())) {
      Recovery killed = Recovery.from(run);
      CLUSTER.kill("tm-1");
      CLUSTER.start("tm-1");
      killed.awaitAndNote("with tracks: kill a TaskManager, started again");
      Recovery scaled = Recovery.from(run);
      run.scale(4);
      scaled.awaitAndNote("with tracks: scale by savepoint, 2 to 4");
      Recovery again = Recovery.from(run);
      CLUSTER.kill("tm-2");
      CLUSTER.start("tm-2");
      again.awaitAndNote("with tracks: kill a TaskManager of four subtasks, started again");
      run.settleByReplay();
    }
  }
}
