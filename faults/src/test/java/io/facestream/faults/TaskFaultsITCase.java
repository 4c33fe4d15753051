package io.facestream.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.cluster.rest.Vertex;
import io.facestream.faults.fixture.FaultCluster;
import io.facestream.faults.fixture.FaultyJar;
import io.facestream.faults.fixture.Fillers;
import io.facestream.faults.fixture.LiveRun;
import io.facestream.faults.fixture.Recovery;
import io.facestream.faults.fixture.RunPlan;
import io.facestream.faults.fixture.Target;
import io.facestream.faults.fixture.Undisturbed;
import io.facestream.faults.fixture.Wait;
import io.facestream.faults.invariant.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tasks that throw, and a job that is exchanged for another. */
@Timeout(1_200)
class TaskFaultsITCase {
  private static final String ALL = "100";

  @RegisterExtension static final FaultCluster CLUSTER = FaultCluster.usual();

  @Test
  void shouldLoseNothingWhenTasksThrow() throws Exception {
    Reference reference = Undisturbed.on(CLUSTER);
    Path wires = Target.folder("trip-wires");
    try (LiveRun run = LiveRun.start(CLUSTER, withTripWires(wires))) {
      try (Fillers fillers = Fillers.stream(run.gallery())) {
        for (String wire : List.of("frames", "gallery", "verdicts", "frames", "verdicts")) {
          Recovery recovery = Recovery.from(run);
          Files.createFile(wires.resolve(wire));
          Wait.until("a record at the trip wire", () -> !Files.exists(wires.resolve(wire)));
          recovery.awaitAndNote("a task throws");
        }
      }
      assertThat(CLUSTER.cluster().flink().jobs().failure(run.job())).contains("trip wire");
      run.settle(reference);
    }
  }

  @Test
  void shouldLoseNothingWhenTheJobIsUpgradedToAChangedOne() throws Exception {
    Reference reference = Undisturbed.on(CLUSTER);
    RunPlan plain = listingEverybody();
    RunPlan changed =
        withTripWires(Target.folder("trip-wires"))
            .withOptions("--batch-wait", "0ms", "--buffer-timeout", "0ms");
    try (LiveRun run = LiveRun.start(CLUSTER, plain)) {
      for (RunPlan next : List.of(changed, plain)) {
        Recovery recovery;
        try (Fillers fillers = Fillers.stream(run.gallery())) {
          run.awaitNextCheckpoint();
          recovery = Recovery.from(run);
          run.upgrade(next);
          recovery.awaitAndNote("upgrade by savepoint");
        }
        assertThat(CLUSTER.cluster().flink().jobs().vertices(run.job()))
            .extracting(Vertex::name)
            .anyMatch(name -> name.contains("Trip wire") == (next == changed));
        run.awaitWholeGallery();
      }
      run.settle(reference);
    }
  }

  private static RunPlan listingEverybody() {
    return RunPlan.usual(4)
        .withCameras(4, 5)
        .withOptions("--candidates", ALL, "--shown-candidates", ALL);
  }

  private static RunPlan withTripWires(Path folder) throws Exception {
    return listingEverybody().withJar(FaultyJar.build()).withFirstArgument(folder.toString());
  }
}
