package io.facestream.faults;

import io.facestream.faults.fixture.FaultCluster;
import io.facestream.faults.fixture.Fillers;
import io.facestream.faults.fixture.LiveRun;
import io.facestream.faults.fixture.Recovery;
import io.facestream.faults.fixture.RunPlan;
import io.facestream.faults.fixture.Undisturbed;
import io.facestream.faults.fixture.Wait;
import io.facestream.faults.invariant.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rescaling and restoring while the gallery changes. */
@Timeout(1_200)
class GrowthITCase {
  private static final String ALL = "100";

  @RegisterExtension static final FaultCluster CLUSTER = FaultCluster.usual();

  @Test
  void shouldKeepEveryTemplateInOneSliceThroughRescalesWithUpdatesAndErasuresStreaming()
      throws Exception {
    Reference reference = Undisturbed.on(CLUSTER);
    try (LiveRun run = LiveRun.start(CLUSTER, listingEverybody(2))) {
      for (int parallelism : new int[] {4, 3, 1, 4}) {
        Recovery recovery;
        try (Fillers fillers = Fillers.stream(run.gallery())) {
          recovery = Recovery.from(run);
          run.scale(parallelism);
          recovery.awaitAndNote("scale by savepoint");
          changeTheVisitor(run);
          run.awaitVisitorVisible(reference);
        }
        run.awaitWholeGallery();
      }
      run.settle(reference);
    }
  }

  @Test
  void shouldNeverMatchSomebodyWhoWasErasedWhileASliceWasRestoring() throws Exception {
    Reference reference = Undisturbed.on(CLUSTER);
    try (LiveRun run = LiveRun.start(CLUSTER, listingEverybody(4))) {
      for (String victim : new String[] {"tm-1", "tm-2", "tm-1"}) {
        CLUSTER.kill(victim);
        CLUSTER.start(victim);
        Wait.until(
            "slices that restore",
            () ->
                CLUSTER.cluster().flink().jobs().vertices(run.job()).stream()
                    .filter(vertex -> vertex.name().contains("Search slice"))
                    .anyMatch(vertex -> !vertex.runs()));
        changeTheVisitor(run);
        run.awaitVisitorVisible(reference);
        run.awaitWholeGallery();
      }
      run.settle(reference);
    }
  }

  private static RunPlan listingEverybody(int parallelism) {
    return RunPlan.usual(parallelism)
        .withOptions("--candidates", ALL, "--shown-candidates", ALL)
        .withCameras(4, 5);
  }

  private static void changeTheVisitor(LiveRun run) {
    if (run.gallery().visitor().isEnrolled()) {
      run.gallery().eraseVisitor();
    } else {
      run.gallery().enrolVisitor();
    }
  }
}
