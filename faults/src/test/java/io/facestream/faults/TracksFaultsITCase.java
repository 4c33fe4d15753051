package io.facestream.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.faults.fixture.DrawnCrowd;
import io.facestream.faults.fixture.FaultCluster;
import io.facestream.faults.fixture.Figures;
import io.facestream.faults.fixture.LiveRun;
import io.facestream.faults.fixture.Recovery;
import io.facestream.faults.fixture.RunPlan;
import io.facestream.faults.invariant.DrawnStays;
import io.facestream.faults.invariant.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Faces that are followed, and visits: whatever is killed and however the job is scaled meanwhile,
 * tracks, identities and sightings are those of a job that nothing happened to.
 */
@Timeout(1_200)
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

  /**
   * Eight cameras, fifty people, ten of them enrolled: it is known who was drawn where and when.
   */
  @Test
  void shouldTellEachVisitThatWasDrawnOnceOverAKillAndARescale() throws Exception {
    DrawnCrowd crowd = new DrawnCrowd();
    DrawnStays drawn = new DrawnStays(crowd.rooms(), crowd.enrolled());
    assertThat(drawn.due()).isGreaterThan(10);
    RunPlan plan = RunPlan.usual(2).withTracks().showing(crowd, DrawnCrowd.CAMERAS);
    try (LiveRun run = LiveRun.start(CLUSTER, plan)) {
      run.awaitAnswers(crowd.frames() / 3);
      CLUSTER.kill("tm-1");
      CLUSTER.start("tm-1");
      run.awaitAnswers(crowd.frames() * 2 / 3);
      run.scale(4);
      assertThat(run.answers().all().verdicts()).as("so far").hasSizeLessThan((int) crowd.frames());
      Told told = run.playToTheEnd();
      drawn.mustBeThoseOf(told.visits(), told.beginnings());
      told.mustNotContradictItself();
      Figures.add("drawn crowd: visits told, count", told.visits().size());
      Figures.add("drawn crowd: faces embedded, per mille", 1000 * told.shareEmbedded());
      assertThat(told.shareEmbedded()).isLessThanOrEqualTo(0.10);
    }
  }
}
