package io.facestream.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.faults.fixture.BadFrames;
import io.facestream.faults.fixture.FaultCluster;
import io.facestream.faults.fixture.LiveRun;
import io.facestream.faults.fixture.RunPlan;
import io.facestream.faults.fixture.SlowReader;
import io.facestream.faults.fixture.Undisturbed;
import io.facestream.faults.fixture.Wait;
import io.facestream.faults.invariant.Due;
import io.facestream.faults.invariant.Reference;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What comes in is bad or too much, and what goes out is not fetched. */
@Timeout(1_200)
class LoadFaultsITCase {
  private static final int BURST = 1_000;
  private static final int BARE = 60;

  @RegisterExtension static final FaultCluster CLUSTER = FaultCluster.usual();

  @Test
  void shouldRefuseAThousandBadFramesAndJudgeTheGoodOnesAmongThem() throws Exception {
    Reference reference = Undisturbed.on(CLUSTER);
    try (LiveRun run = LiveRun.start(CLUSTER, RunPlan.usual(4));
        BadFrames bad = new BadFrames(run)) {
      bad.sendBare("bare", BARE);
      System.out.println("   sent: " + bad.burst(BURST));
      assertThatThrownBy(bad::sendOversized).hasCauseInstanceOf(RecordTooLargeException.class);
      run.awaitVerdictsOfFramesFrom(System.currentTimeMillis());
      run.settle(
          reference,
          frame ->
              frame.cameraId().isEmpty() || frame.cameraId().startsWith(BadFrames.CAMERA)
                  ? Due.REFUSED
                  : Due.TAKEN);

      assertThat(run.answers().all().deadLetters()).hasSize(BURST);
      assertThat(run.answers().all().deadLetters().values()).noneMatch(String::isBlank);
      Map<String, Integer> reasons = new TreeMap<>();
      run.answers()
          .all()
          .deadLetters()
          .values()
          .forEach(why -> reasons.merge(why.replaceAll("[0-9]+", "N"), 1, Integer::sum));
      reasons.forEach((why, count) -> System.out.printf(Locale.ROOT, "   %4d × %s%n", count, why));
    }
  }

  @Test
  void shouldServeTheOtherCamerasWhileOneFloods() throws Exception {
    Reference reference = Undisturbed.on(CLUSTER);
    RunPlan flooded = RunPlan.usual(4).withCameras(4, 4).withFlood(40);
    try (LiveRun run = LiveRun.start(CLUSTER, flooded)) {
      for (int seconds = 0; seconds < 3; seconds++) {
        // It floods all the while: what is waited for was taken after the flood began.
        run.awaitVerdictsOfFramesFrom(System.currentTimeMillis() + 2_000);
      }
      run.settle(reference);
    }
  }

  @Test
  void shouldNotStallAndLoseNoAlertWhenTheirReaderIsSlow() throws Exception {
    Reference reference = Undisturbed.on(CLUSTER);
    try (LiveRun run = LiveRun.start(CLUSTER, RunPlan.usual(4));
        SlowReader reader = SlowReader.of(run)) {
      Wait.until("a reader that is far behind", () -> run.answers().all().alerts().size() > 400);
      run.awaitVerdictsOfFramesFrom(System.currentTimeMillis());
      assertThat(reader.alertIds().size()).isLessThan(run.answers().all().alerts().size() / 2);
      run.settle(reference);

      reader.hurry();
      Wait.until(
          "the slow reader to have read every alert",
          () -> reader.alertIds().equals(run.answers().all().alerts().keySet()));
    }
  }
}
