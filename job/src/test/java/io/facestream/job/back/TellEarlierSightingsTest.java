package io.facestream.job.back;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.sightings.SightingSettings;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Box;
import io.facestream.wire.FrameRef;
import io.facestream.wire.Ids;
import io.facestream.wire.Match;
import io.facestream.wire.Models;
import io.facestream.wire.Sighting;
import io.facestream.wire.SightingKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TellEarlierSightingsTest {
  private static final SightingSettings SETTINGS =
      new SightingSettings(Duration.ofSeconds(10), Duration.ofSeconds(5));

  private KeyedOneInputStreamOperatorTestHarness<String, EarlierViews, Sighting> harness;
  private long clock;

  @BeforeEach
  void open() throws Exception {
    harness =
        ProcessFunctionTestHarnesses.forKeyedProcessFunction(
            new TellEarlierSightings(SETTINGS, new Models("builtin", "detector", "embedder")),
            EarlierViews::enrolmentId,
            Types.STRING);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void shouldTellTheVisitsInTheOrderOfTimeWhenAllSlicesHaveAnswered() throws Exception {
    answer(0, 2, view("lobby", 50), view("lobby", 1), view("lobby", 3));
    assertThat(told()).isEmpty();
    answer(1, 2, view("yard", 40), view("lobby", 2), view("yard", 20));
    assertThat(told())
        .containsExactly(
            "lobby@0-1/ada 1-3 s, 3 frames",
            "yard@0-20/ada 20-20 s, 1 frames",
            "yard@0-40/ada 40-40 s, 1 frames",
            "lobby@0-50/ada 50-50 s, 1 frames");
    assertThat(harness.extractOutputValues())
        .allMatch(visit -> visit.kind() == SightingKind.CLOSE && visit.retrospective());
  }

  @Test
  void shouldCountAPersonOnceInAFrame() throws Exception {
    answer(0, 2, view("lobby", 1, 0, 0.7));
    answer(1, 2, view("lobby", 1, 2, 0.8));
    assertThat(told()).containsExactly("lobby@0-1/ada 1-1 s, 1 frames");
    assertThat(harness.extractOutputValues().get(0).best().similarity()).isEqualTo(0.8);
  }

  @Test
  void shouldTellOnlyWhatHasChangedWhenASliceAnswersAgain() throws Exception {
    answer(0, 2, view("lobby", 1));
    answer(1, 2, view("yard", 2));
    assertThat(told()).hasSize(2);
    answer(1, 2, view("yard", 2));
    answer(0, 2, view("lobby", 1));
    assertThat(told()).as("nothing new").hasSize(2);
    answer(1, 2, view("yard", 2), view("yard", 3));
    assertThat(told()).hasSize(3).last().isEqualTo("yard@0-2/ada 2-3 s, 2 frames");
  }

  @Test
  void shouldWaitForAllSlicesOfAnotherNumber() throws Exception {
    answer(0, 2, view("lobby", 1));
    answer(0, 3, view("lobby", 1));
    answer(1, 3);
    clock -= 10;
    answer(1, 2);
    clock += 10;
    assertThat(told()).as("what a former slice has said comes late").isEmpty();
    answer(2, 3, view("lobby", 2));
    assertThat(told()).containsExactly("lobby@0-1/ada 1-2 s, 2 frames");
  }

  @Test
  void shouldNotTellTwiceOverARescale() throws Exception {
    answer(0, 1, view("lobby", 1));
    answer(0, 2, view("lobby", 1));
    answer(1, 2);
    assertThat(told()).hasSize(1);
  }

  @Test
  void shouldLeaveNeitherStateNorTimer() throws Exception {
    harness.close();
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(
                new TellEarlierSightings(SETTINGS, new Models("builtin", "detector", "embedder"))),
            EarlierViews::enrolmentId,
            Types.STRING);
    harness.setStateBackend(new HashMapStateBackend());
    harness.open();
    answer(0, 1, view("lobby", 1));
    harness.setProcessingTime(TellEarlierSightings.REMEMBERED_MILLIS - 1);
    answer(0, 1, view("lobby", 1));
    assertThat(told()).hasSize(1);
    harness.setProcessingTime(2 * TellEarlierSightings.REMEMBERED_MILLIS);
    assertThat(harness.numKeyedStateEntries()).isZero();
    assertThat(harness.numProcessingTimeTimers()).isZero();
    answer(0, 1, view("lobby", 1));
    harness.processElement(
        new StreamRecord<>(new EarlierViews("e1", 0, 1, clock, true, List.of())));
    assertThat(harness.numKeyedStateEntries()).as("revoked").isZero();
    assertThat(harness.numProcessingTimeTimers()).isZero();
  }

  private void answer(int slice, int slices, EarlierView... views) throws Exception {
    harness.processElement(
        new StreamRecord<>(
            new EarlierViews("e1", slice, slices, clock++, false, Arrays.asList(views))));
  }

  private static EarlierView view(String camera, long second) {
    return view(camera, second, 0, 0.7);
  }

  private static EarlierView view(String camera, long second, int face, double similarity) {
    return new EarlierView(
        Ids.frameId(camera, 0, second),
        camera,
        new FrameRef(0, second, second, Instant.ofEpochSecond(second), 640, 360, null),
        face,
        new Box(0, 0, 0.1, 0.1),
        null,
        null,
        new Match("ada", "Ada", "ada/1", null, List.of(), similarity, 0.6, 0.3, null),
        AppliedThreshold.fixed("default", 0.6));
  }

  private List<String> told() {
    return harness.extractOutputValues().stream()
        .map(
            visit ->
                visit.sightingId()
                    + " "
                    + visit.firstSeen().getEpochSecond()
                    + "-"
                    + visit.lastSeen().getEpochSecond()
                    + " s, "
                    + visit.frames()
                    + " frames")
        .toList();
  }
}
