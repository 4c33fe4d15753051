package io.facestream.job.unknown;

import static io.facestream.job.unknown.Passers.MIDNIGHT;
import static io.facestream.job.unknown.Passers.NOON;
import static io.facestream.job.unknown.Passers.SETTINGS;
import static io.facestream.job.unknown.Passers.frame;
import static io.facestream.job.unknown.Passers.pass;
import static io.facestream.job.unknown.Passers.personOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.followed.FollowedFrame;
import io.facestream.job.keys.CameraSlots;
import io.facestream.job.testing.Restored;
import io.facestream.wire.Sighting;
import io.facestream.wire.SightingKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FollowUnknownTest {
  private static final int MAX_PARALLELISM = 16;
  private static final CameraSlots CAMERAS = new CameraSlots(MAX_PARALLELISM);
  private static final UnknownSettings OFF =
      new UnknownSettings(null, SETTINGS.dayZone(), SETTINGS.sightings());
  private static final float[] EVE = personOf(1);
  private static final float[] MALLORY = personOf(2);

  private final List<Harness> subtasks = new ArrayList<>();
  private final List<Sighting> told = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (Harness subtask : subtasks) {
      subtask.close();
    }
    subtasks.clear();
  }

  @Test
  void shouldTellOfUnknownPeopleAndMarkThemSo() throws Exception {
    open(1, null);
    take(pass(EVE, NOON, NOON + 5_000));
    assertThat(kinds()).containsExactly(SightingKind.OPEN);
    assertThat(told.get(0).unknown()).isTrue();
    assertThat(told.get(0).person().watchlists()).isEmpty();
    assertThat(remembered()).isOne();
  }

  @Test
  void shouldLeaveNoStateAndNoTimerBehindADay() throws Exception {
    onHeap(null);
    take(pass(EVE, NOON, NOON + 5_000));
    take(pass(MALLORY, NOON + 60_000, NOON + 61_000));
    assertThat(timers()).as("one of the camera").isOne();
    take(List.of(frame(NOON + 200_000)));
    assertThat(timers()).isOne();
    assertThat(remembered()).isOne();
    take(List.of(frame(MIDNIGHT)));
    assertThat(remembered()).isZero();
    assertThat(timers()).isZero();
    assertThat(stateEntries()).isZero();
  }

  @Test
  void shouldKeepNothingOfACameraThatSeesNobody() throws Exception {
    onHeap(null);
    take(List.of(frame(NOON), frame(NOON + 500)));
    assertThat(timers()).isZero();
    assertThat(stateEntries()).isZero();
  }

  @Test
  void shouldCloseTheVisitAndForgetTheDayOfACameraThatFallsSilent() throws Exception {
    onHeap(null);
    long clock = MIDNIGHT + 86_400_000;
    clock(clock);
    take(pass(EVE, NOON, NOON + 5_000));
    long untilMidnight = MIDNIGHT - (NOON + 5_000);
    clock(clock + 10_000);
    assertThat(kinds()).containsExactly(SightingKind.OPEN);
    clock(clock + 10_001);
    assertThat(kinds()).containsExactly(SightingKind.OPEN, SightingKind.CLOSE);
    clock(clock + untilMidnight - 1);
    assertThat(remembered()).isOne();
    clock(clock + untilMidnight);
    assertThat(remembered()).isZero();
    assertThat(timers()).isZero();
    assertThat(stateEntries()).isZero();
  }

  @Test
  void shouldNotEndTheDayOfACameraThatWasSilentForAShortWhileOnly() throws Exception {
    onHeap(null);
    take(pass(EVE, MIDNIGHT - 10_000, MIDNIGHT - 5_000));
    clock(FollowUnknown.SILENT_AFTER_MILLIS - 1);
    assertThat(remembered()).as("its frames may be held up").isOne();
    clock(FollowUnknown.SILENT_AFTER_MILLIS);
    assertThat(remembered()).isZero();
    assertThat(stateEntries()).isZero();
  }

  @Test
  void shouldEndTheDayOfASilentCameraAlsoWhenTheJobWasDownAtItsEnd() throws Exception {
    onHeap(null);
    clock(NOON);
    take(pass(EVE, NOON, NOON + 5_000));
    List<OperatorSubtaskState> states = snapshot();
    onHeap(states);
    clock(MIDNIGHT + 1);
    assertThat(remembered()).as("its frames may have waited as well").isOne();
    clock(MIDNIGHT + 1 + FollowUnknown.SILENT_AFTER_MILLIS);
    assertThat(remembered()).isZero();
    assertThat(timers()).isZero();
    assertThat(stateEntries()).isZero();
  }

  @Test
  void shouldGoOnAfterARestartWithTheStrangersOfTheDay() throws Exception {
    open(1, null);
    take(pass(EVE, NOON, NOON + 5_000));
    open(2, snapshot());
    assertThat(remembered()).isOne();
    take(pass(EVE, NOON + 60_000, NOON + 65_000));
    assertThat(opened()).hasSize(2).containsOnly(opened().get(0));
  }

  @Test
  void shouldKeepTheCamerasOfOneSlotApart() throws Exception {
    open(1, null);
    take(pass("lobby", 0, EVE, NOON, NOON + 5_000));
    take(pass("door", 0, EVE, NOON + 60_000, NOON + 65_000));
    take(pass("lobby", 0, EVE, NOON + 120_000, NOON + 125_000));
    assertThat(opened()).hasSize(3);
    assertThat(opened().get(1)).isNotEqualTo(opened().get(0));
    assertThat(opened().get(2)).isEqualTo(opened().get(0));
    assertThat(timers()).isEqualTo(2);
    take(List.of(frame("door", 0, MIDNIGHT)));
    assertThat(remembered()).as("the lobby's day goes on").isOne();
  }

  @Test
  void shouldCloseAllAndForgetAllAtTheEndOfTheFrames() throws Exception {
    onHeap(null);
    take(pass("lobby", 0, EVE, NOON, NOON + 5_000));
    take(pass("door", 1, MALLORY, NOON, NOON + 5_000));
    subtasks.get(0).harness.processWatermark(Watermark.MAX_WATERMARK);
    collect();
    assertThat(kinds()).endsWith(SightingKind.CLOSE, SightingKind.CLOSE);
    assertThat(remembered()).isZero();
    assertThat(timers()).isZero();
    assertThat(stateEntries()).isZero();
  }

  @Test
  void shouldDropWhatItRemembersWhenItIsSwitchedOff() throws Exception {
    onHeap(null);
    take(pass(EVE, NOON, NOON + 5_000));
    take(pass("door", 1, MALLORY, NOON, NOON + 5_000));
    List<OperatorSubtaskState> states = snapshot();
    close();
    subtasks.add(new Harness(OFF, new HashMapStateBackend(), 0, 1, states));
    clock(1);
    assertThat(told)
        .filteredOn(step -> step.kind() == SightingKind.CLOSE)
        .as("nobody waits for ever")
        .hasSize(2);
    assertThat(remembered()).isZero();
    assertThat(timers()).isZero();
    assertThat(stateEntries()).isZero();
  }

  @Test
  void shouldTellTheSameOverFailuresAndRescaling() throws Exception {
    List<FollowedFrame> frames = new ArrayList<>();
    for (int camera = 0; camera < 5; camera++) {
      for (int visit = 0; visit < 12; visit++) {
        long from = NOON + visit * 30_000L + camera * 1_000L;
        frames.addAll(
            pass(
                "camera-" + camera,
                camera % 4,
                personOf((visit * 7 + camera) % 5),
                from,
                from + 2_000 + visit * 500L));
      }
    }
    frames.sort(Comparator.comparing(FollowedFrame::time));
    List<Map<String, Sighting>> runs = new ArrayList<>();
    for (List<Integer> parallelisms :
        List.of(List.of(1), List.of(2), List.of(4), List.of(1, 2, 4, 3))) {
      told.clear();
      List<OperatorSubtaskState> states = null;
      int perRun = (frames.size() + parallelisms.size() - 1) / parallelisms.size();
      for (int run = 0; run < parallelisms.size(); run++) {
        open(parallelisms.get(run), states);
        take(frames.subList(run * perRun, Math.min(frames.size(), (run + 1) * perRun)));
        states = snapshot();
      }
      for (Harness subtask : subtasks) {
        subtask.harness.processWatermark(Watermark.MAX_WATERMARK);
      }
      collect();
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
    close();
    for (int subtask = 0; subtask < parallelism; subtask++) {
      subtasks.add(
          new Harness(SETTINGS, new EmbeddedRocksDBStateBackend(), subtask, parallelism, states));
    }
  }

  /** Only this backend can count what is left. */
  private void onHeap(List<OperatorSubtaskState> states) throws Exception {
    close();
    subtasks.add(new Harness(SETTINGS, new HashMapStateBackend(), 0, 1, states));
  }

  private void take(List<FollowedFrame> frames) throws Exception {
    for (FollowedFrame frame : frames) {
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

  /** Of each visit, in the order in which they opened, whose it is. */
  private List<String> opened() {
    return told.stream()
        .filter(step -> step.kind() == SightingKind.OPEN)
        .map(step -> step.person().personId())
        .toList();
  }

  private int timers() {
    return subtasks.stream().mapToInt(subtask -> subtask.harness.numProcessingTimeTimers()).sum();
  }

  private int stateEntries() {
    return subtasks.stream().mapToInt(subtask -> subtask.harness.numKeyedStateEntries()).sum();
  }

  private long remembered() {
    return subtasks.stream().mapToLong(subtask -> subtask.operator.rememberedStrangers()).sum();
  }

  private static final class Harness implements AutoCloseable {
    private final FollowUnknown operator;
    private final KeyedOneInputStreamOperatorTestHarness<Integer, FollowedFrame, Sighting> harness;
    private int read;

    Harness(
        UnknownSettings settings,
        StateBackend backend,
        int subtask,
        int parallelism,
        List<OperatorSubtaskState> states)
        throws Exception {
      operator = new FollowUnknown(settings, "standard");
      harness =
          new KeyedOneInputStreamOperatorTestHarness<>(
              operator,
              frame -> CAMERAS.keyOf(frame.frame().partition()),
              Types.INT,
              MAX_PARALLELISM,
              parallelism,
              subtask);
      harness.setStateBackend(backend);
      Restored.from(states, harness, MAX_PARALLELISM, parallelism, subtask);
      harness.open();
    }

    List<Sighting> since() {
      List<Sighting> all = harness.extractOutputValues();
      List<Sighting> since = List.copyOf(all.subList(read, all.size()));
      read = all.size();
      return since;
    }

    @Override
    public void close() throws Exception {
      harness.close();
    }
  }
}
