package io.facestream.faults;

import io.facestream.cluster.ClusterMemory;
import io.facestream.cluster.rest.Checkpoints;
import io.facestream.faults.fixture.FaultCluster;
import io.facestream.faults.fixture.Figures;
import io.facestream.faults.fixture.LiveRun;
import io.facestream.faults.fixture.Recovery;
import io.facestream.faults.fixture.RunPlan;
import io.facestream.faults.fixture.Wait;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * How long a large gallery takes to come back: 100,000 templates of 64 numbers, or as many as
 * {@code -Dfaults.templates} says.
 */
@Timeout(1_200)
class LargeGalleryITCase {
  private static final int TEMPLATES = Integer.getInteger("faults.templates", 100_000);
  private static final int ROUNDS = 2;

  @RegisterExtension
  static final FaultCluster CLUSTER =
      FaultCluster.with(spec -> spec.withMemory(new ClusterMemory(400, 640, 2400, 900)));

  @Test
  void shouldBringALargeGalleryBackWhole() throws Exception {
    String name = String.format(Locale.ROOT, "%,d templates: ", TEMPLATES);
    try (LiveRun run = LiveRun.start(CLUSTER, RunPlan.usual(4))) {
      run.gallery().enrolCrowd(TEMPLATES);
      awaitAllTemplates(run);
      noteCheckpoint(run, name + "checkpoint after filling");
      for (int round = 0; round < ROUNDS; round++) {
        noteCheckpoint(run, name + "checkpoint of a steady gallery");
        Recovery recovery = Recovery.from(run);
        CLUSTER.kill("tm-1");
        CLUSTER.start("tm-1");
        recovery.awaitAndNote(name + "kill a TaskManager, started again");
        awaitAllTemplates(run);
      }
      Recovery recovery = Recovery.from(run);
      run.scale(3);
      recovery.awaitAndNote(name + "scale by savepoint, 4 to 3");
      awaitAllTemplates(run);
    }
  }

  private static void noteCheckpoint(LiveRun run, String name) throws Exception {
    run.awaitNextCheckpoint();
    Checkpoints latest = CLUSTER.cluster().flink().savepoints().checkpoints(run.job());
    Figures.add(name + ", ms", latest.latestDuration().toMillis());
    Figures.add(name + ", written KiB", latest.latestBytes() / 1024.0);
    Figures.add(name + ", state KiB", latest.stateBytes() / 1024.0);
  }

  private static void awaitAllTemplates(LiveRun run) throws Exception {
    int live = run.gallery().live().size();
    long since = System.currentTimeMillis();
    Wait.until(
        "a verdict over " + live + " templates",
        () ->
            run.answers().inOrder().stream()
                .anyMatch(
                    answer -> answer.capturedAtMillis() >= since && answer.templates() == live));
  }
}
