package io.facestream.job.sightings;

import static io.facestream.job.sightings.Seen.at;
import static io.facestream.job.sightings.Seen.face;
import static io.facestream.job.sightings.Seen.handedIn;
import static io.facestream.job.sightings.Seen.stranger;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.keys.CameraSlots;
import io.facestream.job.testing.Restored;
import io.facestream.job.verdict.RaiseAlerts;
import io.facestream.wire.Alert;
import io.facestream.wire.Face;
import io.facestream.wire.Sighting;
import io.facestream.wire.SightingKind;
import io.facestream.wire.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FollowVisitsTest {
  private static final int MAX_PARALLELISM = 16;
  private static final CameraSlots CAMERAS = new CameraSlots(MAX_PARALLELISM);
  private static final SightingSettings SETTINGS =
      new SightingSettings(Duration.ofSeconds(10), Duration.ofSeconds(5));

  private final List<Harness> subtasks = new ArrayList<>();
  private final List<Sighting> told = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (Harness subtask : subtasks) {
      subtask.close();
    }
  }

  @Test
  void shouldLeaveNoStateAndNoTimerBehindAVisit() throws Exception {
    open(1, null);
    take(at(0, face("ada", 0.6)));
    assertThat(timers()).isOne();
    take(at(10_001, stranger()));
    assertThat(kinds()).containsExactly(SightingKind.OPEN, SightingKind.CLOSE);
    take(at(70_001, stranger()));
    assertThat(timers()).isZero();
    assertThat(stateEntries()).isZero();
  }

  @Test
  void shouldTakeAPictureThatSomebodyHandsInForNoVisit() throws Exception {
    open(1, null);
    take(handedIn(0, face("ada", 0.6)));
    assertThat(told).isEmpty();
    assertThat(stateEntries()).isZero();
    take(at(1, face("ada", 0.6)), handedIn(20_000), at(20, face("ada", 0.6)));
    assertThat(kinds()).as("nor for the camera's time").containsExactly(SightingKind.OPEN);
  }

  @Test
  void shouldKeepNothingOfACameraThatSeesStrangersOnly() throws Exception {
    open(1, null);
    take(at(0, stranger()), at(1));
    assertThat(stateEntries()).isZero();
    assertThat(timers()).isZero();
  }

  @Test
  void shouldCloseTheVisitsAtTheLastCameraWhenItFallsSilent() throws Exception {
    open(1, null);
    clock(1_000_000);
    take(at(0, face("ada", 0.6)));
    watermark(5_000);
    clock(1_010_000);
    assertThat(kinds()).containsExactly(SightingKind.OPEN);
    clock(1_010_001);
    assertThat(kinds()).containsExactly(SightingKind.OPEN, SightingKind.CLOSE);
    assertThat(told.get(1).lastSeen().toEpochMilli()).isZero();
    clock(1_070_002);
    assertThat(timers()).isZero();
    assertThat(stateEntries()).isZero();
  }

  @Test
  void shouldNotCloseAVisitByTheClockWhileTheCameraSeesSomething() throws Exception {
    open(1, null);
    for (int frame = 0; frame < 200; frame++) {
      // Judged at a tenth of the speed at which they were taken.
      clock(1_000_000 + frame * 1_000L);
      take(at(frame * 100L, frame % 50 == 0 ? face("ada", 0.6) : stranger()));
    }
    assertThat(kinds()).doesNotContain(SightingKind.CLOSE);
  }

  @Test
  void shouldTakeTheEndBackWhenTheCameraWasOnlyHeldUp() throws Exception {
    open(1, null);
    take(at(0, face("ada", 0.6)));
    clock(30_000);
    take(at(100, face("ada", 0.6)));
    assertThat(kinds()).containsExactly(SightingKind.OPEN, SightingKind.CLOSE, SightingKind.UPDATE);
    assertThat(told).extracting(Sighting::sightingId).containsOnly("lobby@0-0/ada");
    assertThat(told.get(2).frames()).isEqualTo(2);
  }

  @Test
  void shouldNotMindTheClockOfOtherCameras() throws Exception {
    open(1, null);
    take(at("ahead", 1, 0, 3_600_000, face("ada", 0.6)));
    take(at("behind", 0, 0, 0, face("ada", 0.6)));
    watermark(3_598_000);
    take(at("behind", 0, 1, 5_000, face("ada", 0.6)), at("ahead", 1, 1, 3_605_000));
    assertThat(kinds()).containsExactly(SightingKind.OPEN, SightingKind.OPEN, SightingKind.UPDATE);
    take(at("behind", 0, 2, 15_001));
    assertThat(told.get(3).cameraId()).isEqualTo("behind");
    assertThat(told.get(3).kind()).isEqualTo(SightingKind.CLOSE);
  }

  @Test
  void shouldFollowTheCamerasOfOneSlotByThemselves() throws Exception {
    open(1, null);
    take(at("lobby", 0, 0, 0, face("ada", 0.6)), at("door", 0, 1, 60_000, face("ada", 0.6)));
    assertThat(told)
        .extracting(Sighting::sightingId)
        .containsExactly("lobby@0-0/ada", "door@0-1/ada");
    assertThat(kinds()).doesNotContain(SightingKind.CLOSE);
    clock(11_000);
    assertThat(kinds()).endsWith(SightingKind.CLOSE, SightingKind.CLOSE);
  }

  @Test
  void shouldCloseAllAtTheEndOfTheFrames() throws Exception {
    open(1, null);
    take(at("lobby", 0, 0, 0, face("ada", 0.6)), at("door", 1, 0, 0, face("eve", 0.6)));
    watermark(Long.MAX_VALUE);
    assertThat(kinds()).endsWith(SightingKind.CLOSE, SightingKind.CLOSE);
    assertThat(stateEntries()).isZero();
    assertThat(timers()).isZero();
  }

  @Test
  void shouldHandOnWhatOpensAVisitWhereAlertsNeedIt() throws Exception {
    for (boolean wanted : new boolean[] {false, true}) {
      open(1, null, wanted);
      take(at(0, stranger(), face("ada", 0.6), face("eve", 0.7)), at(1, face("ada", 0.9)));
      var openings = subtasks.get(0).harness.getSideOutput(FollowVisits.OPENINGS);
      if (wanted) {
        assertThat(openings)
            .extracting(opening -> alertOf(opening.getValue()))
            .containsExactly("lobby@0-0/ada 0.6", "lobby@0-0/eve 0.7");
      } else {
        assertThat(openings).isNull();
      }
    }
  }

  private static String alertOf(Opening opening) {
    Alert alert =
        RaiseAlerts.alert(
            opening.sightingId(), opening.verdict(), opening.face(), Duration.ofSeconds(60));
    return alert.alertId() + " " + alert.match().similarity();
  }

  @Test
  void shouldCountWhatIsOpenOverARestart() throws Exception {
    open(2, null);
    take(at("lobby", 0, 0, 0, face("ada", 0.6)), at("door", 1, 0, 0, face("eve", 0.6)));
    assertThat(open()).isEqualTo(2);
    open(1, snapshot());
    assertThat(open()).isEqualTo(2);
    watermark(Long.MAX_VALUE);
    assertThat(open()).isZero();
  }

  @Test
  void shouldCountASilenceAnewAfterARestart() throws Exception {
    open(1, null);
    take(at(0, face("ada", 0.6)));
    List<OperatorSubtaskState> states = snapshot();
    open(1, states);
    clock(1_000_000);
    assertThat(kinds()).as("the job was down, not the camera").containsExactly(SightingKind.OPEN);
    take(at(5_000, face("ada", 0.6)));
    clock(1_010_001);
    assertThat(kinds()).containsExactly(SightingKind.OPEN, SightingKind.UPDATE, SightingKind.CLOSE);
  }

  @Test
  void shouldTellTheSameOverFailuresAndRescaling() throws Exception {
    List<Verdict> frames = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      for (int camera = 0; camera < 6; camera++) {
        Face[] faces =
            (i + camera * 7) % 60 < 20
                ? new Face[] {face("p" + i / 60 % 3, 0.5 + (i * 31 % 40) / 100.0)}
                : new Face[0];
        frames.add(at("camera-" + camera, camera % 4, frames.size(), i * 500L, faces));
      }
    }
    List<Map<String, Sighting>> runs = new ArrayList<>();
    for (List<Integer> parallelisms :
        List.of(List.of(1), List.of(2), List.of(4), List.of(2, 4, 3))) {
      told.clear();
      List<OperatorSubtaskState> states = null;
      int perRun = frames.size() / parallelisms.size();
      for (int run = 0; run < parallelisms.size(); run++) {
        open(parallelisms.get(run), states);
        take(frames.subList(run * perRun, (run + 1) * perRun).toArray(Verdict[]::new));
        states = snapshot();
      }
      watermark(Long.MAX_VALUE);
      Map<String, Sighting> visits = new TreeMap<>();
      told.forEach(step -> visits.put(step.sightingId(), step));
      assertThat(told)
          .filteredOn(step -> step.kind() == SightingKind.OPEN)
          .as("none is opened twice")
          .hasSameSizeAs(visits.keySet());
      runs.add(visits);
    }
    assertThat(runs.get(0)).hasSizeGreaterThan(30);
    assertThat(runs).allSatisfy(visits -> assertThat(visits).isEqualTo(runs.get(0)));
  }

  private void open(int parallelism, List<OperatorSubtaskState> states) throws Exception {
    open(parallelism, states, false);
  }

  private void open(int parallelism, List<OperatorSubtaskState> states, boolean openingsWanted)
      throws Exception {
    close();
    subtasks.clear();
    for (int subtask = 0; subtask < parallelism; subtask++) {
      subtasks.add(new Harness(subtask, parallelism, states, openingsWanted));
    }
  }

  private void take(Verdict... frames) throws Exception {
    for (Verdict frame : frames) {
      int subtask =
          KeyGroupRangeAssignment.assignKeyToParallelOperator(
              CAMERAS.keyOf(frame.frame().partition()), MAX_PARALLELISM, subtasks.size());
      subtasks.get(subtask).harness.processElement(new StreamRecord<>(frame, 0));
      collect();
    }
  }

  private void clock(long millis) throws Exception {
    for (Harness subtask : subtasks) {
      subtask.harness.setProcessingTime(millis);
    }
    collect();
  }

  private void watermark(long time) throws Exception {
    for (Harness subtask : subtasks) {
      subtask.harness.processWatermark(new Watermark(time));
    }
    collect();
  }

  private void collect() {
    subtasks.forEach(subtask -> told.addAll(subtask.since()));
  }

  private List<OperatorSubtaskState> snapshot() throws Exception {
    List<OperatorSubtaskState> states = new ArrayList<>();
    for (Harness subtask : subtasks) {
      states.add(subtask.harness.snapshot(1, 0));
    }
    return states;
  }

  private List<SightingKind> kinds() {
    return told.stream().map(Sighting::kind).toList();
  }

  private int timers() {
    return subtasks.stream().mapToInt(subtask -> subtask.harness.numProcessingTimeTimers()).sum();
  }

  /** Keys with something in state. */
  private int stateEntries() {
    return subtasks.stream().mapToInt(Harness::stateEntries).sum();
  }

  private long open() {
    return subtasks.stream().mapToLong(subtask -> subtask.operator.openVisits()).sum();
  }

  /** One subtask with RocksDB, as in production. */
  private static final class Harness implements AutoCloseable {
    private final FollowVisits operator;
    private final KeyedOneInputStreamOperatorTestHarness<Integer, Verdict, Sighting> harness;
    private int read;

    Harness(int subtask, int parallelism, List<OperatorSubtaskState> states, boolean openingsWanted)
        throws Exception {
      operator = new FollowVisits(SETTINGS, openingsWanted);
      harness =
          new KeyedOneInputStreamOperatorTestHarness<>(
              operator,
              frame -> CAMERAS.keyOf(frame.frame().partition()),
              Types.INT,
              MAX_PARALLELISM,
              parallelism,
              subtask);
      harness.setStateBackend(new EmbeddedRocksDBStateBackend());
      Restored.from(states, harness, MAX_PARALLELISM, parallelism, subtask);
      harness.open();
    }

    List<Sighting> since() {
      List<Sighting> all = harness.extractOutputValues();
      List<Sighting> since = List.copyOf(all.subList(read, all.size()));
      read = all.size();
      return since;
    }

    int stateEntries() {
      KeyedStateBackend<Integer> backend = operator.getKeyedStateBackend();
      try (Stream<Integer> visits = backend.getKeys("visits", VoidNamespace.INSTANCE);
          Stream<Integer> alarms = backend.getKeys("alarm", VoidNamespace.INSTANCE)) {
        return (int) (visits.count() + alarms.count());
      }
    }

    @Override
    public void close() throws Exception {
      harness.close();
    }
  }
}
