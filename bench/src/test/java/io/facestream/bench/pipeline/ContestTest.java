package io.facestream.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContestTest {
  private static final PipelineSetup SETUP = new PipelineSetup("scene:", 1, "builtin", 1, 1, 10, 4);

  @Test
  void shouldNotCountTheWarmUp() throws Exception {
    Contest contest = new Contest(count -> {});
    contest.warmUp(10);

    assertThat(contest.rounds()).isEmpty();
  }

  @Test
  void shouldCompareTheMedians() throws Exception {
    PipelineResult result =
        PipelineResult.of(
            SETUP, rounds(3), List.of(PipelineSide.of("on", rounds(3), Map.of("detect", 9.0))));

    assertThat(result.ratio()).isEqualTo(result.pipelineFps() / result.bareFps());
    assertThat(result.bareRounds()).extracting(Contest.Round::fps).contains(result.bareFps());
    assertThat(result.text()).contains("Bare loop", "tracks on", "Ratio", "detect");
  }

  private static Contest rounds(int number) throws Exception {
    Contest contest = new Contest(count -> Thread.onSpinWait());
    for (int i = 0; i < number; i++) {
      contest.run(10);
    }
    return contest;
  }
}
