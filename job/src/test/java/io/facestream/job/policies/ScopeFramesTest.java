package io.facestream.job.policies;

import static io.facestream.job.testing.Fixtures.frameWith;
import static io.facestream.job.testing.Fixtures.towards;
import static io.facestream.job.testing.ListedPolicies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.decision.Policies;
import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.records.SkippedRecords;
import io.facestream.job.testing.ListedPolicies;
import io.facestream.job.testing.Restored;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScopeFramesTest {
  private static final int MAX_PARALLELISM = 16;
  private static final UsablePolicies USABLE =
      new UsablePolicies("builtin", false, SkippedRecords.NONE);
  private static final PolicyRecord STAFF_AT_GATE =
      policy(0, "watchlist/staff", "{\"cameras\": [\"gate*\"]}");

  private final List<TwoInputStreamOperatorTestHarness<ProbeFrame, PolicyChange, ProbeFrame>> open =
      new ArrayList<>();
  private TwoInputStreamOperatorTestHarness<ProbeFrame, PolicyChange, ProbeFrame> scope;
  private long offset;

  @AfterEach
  void close() throws Exception {
    for (var harness : open) {
      harness.close();
    }
  }

  @Test
  void shouldSayFromTheFirstFrameOnWhatTheTopicHolds() throws Exception {
    open(List.of(STAFF_AT_GATE, policy(1, "watchlist/vip", "{\"cameras\": [\"lobby\"]}")));
    assertThat(outOfScopeAt("gate-2")).containsExactly("vip");
    assertThat(outOfScopeAt("lobby")).containsExactly("staff");
    assertThat(outOfScopeAt("yard")).containsExactly("staff", "vip");
  }

  @Test
  void shouldKeepToAPolicyFromTheNextFrameOn() throws Exception {
    open(List.of());
    assertThat(outOfScopeAt("lobby")).isNull();
    take(STAFF_AT_GATE);
    assertThat(outOfScopeAt("lobby")).containsExactly("staff");
    take(policy(1, "watchlist/staff", "{\"cameras\": [\"gate\", \"lobby\"]}"));
    assertThat(outOfScopeAt("lobby")).isNull();
    take(policy(2, "watchlist/staff", "{\"cameras\": [\"gate\"]}"));
    take(policy(3, "watchlist/staff", null));
    assertThat(outOfScopeAt("lobby")).as("taken back").isNull();
  }

  @Test
  void shouldKnowTheScopesAfterAFailureAndARescaling() throws Exception {
    open(List.of(STAFF_AT_GATE));
    take(policy(1, "watchlist/vip", "{\"cameras\": [\"gate\"]}"));
    List<OperatorSubtaskState> state = List.of(scope.snapshot(1, 1));
    for (int subtask = 0; subtask < 2; subtask++) {
      // What has been written since is the source's to bring.
      open(List.of(policy(0, "watchlist/guests", "{\"cameras\": [\"x\"]}")), 2, subtask, state);
      assertThat(outOfScopeAt("lobby")).containsExactly("staff", "vip");
      take(policy(0, "watchlist/staff", null));
      assertThat(outOfScopeAt("lobby")).as("old news").containsExactly("staff", "vip");
      take(policy(2, "watchlist/staff", null));
      assertThat(outOfScopeAt("lobby")).containsExactly("vip");
    }
  }

  @Test
  void shouldChangeNothingElseOfAFrame() throws Exception {
    open(List.of(STAFF_AT_GATE));
    ProbeFrame frame = frameWith("lobby", 7, towards(0, 0), null);
    scope.processElement1(new StreamRecord<>(frame, 1_007));
    ProbeFrame scoped = last();
    assertThat(scoped).usingRecursiveComparison().ignoringFields("outOfScope").isEqualTo(frame);
  }

  @Test
  void shouldKeepTheFramesTimeWhichPoliciesDoNotHoldUp() throws Exception {
    open(List.of());
    outOfScopeAt("lobby");
    assertThat(scope.getOutput())
        .first()
        .extracting(record -> ((StreamRecord<?>) record).getTimestamp())
        .isEqualTo(1_000L);
    scope.processWatermark1(new Watermark(500));
    assertThat(scope.getOutput()).last().isEqualTo(new Watermark(500));
    scope.processWatermark2(new Watermark(1_000));
    scope.processWatermarkStatus2(WatermarkStatus.IDLE);
    assertThat(scope.getOutput()).last().isEqualTo(new Watermark(500));
    scope.processWatermarkStatus1(WatermarkStatus.IDLE);
    assertThat(scope.getOutput()).last().isEqualTo(WatermarkStatus.IDLE);
  }

  private void open(List<PolicyRecord> topic) throws Exception {
    open(topic, 1, 0, null);
  }

  private void open(
      List<PolicyRecord> topic, int parallelism, int subtask, List<OperatorSubtaskState> states)
      throws Exception {
    Policies ofOptions = Policies.ofOptions(Map.of(PolicyKey.DEFAULT, Policy.ofThreshold(0.5)));
    scope =
        new TwoInputStreamOperatorTestHarness<>(
            new ScopeFrames(ofOptions, USABLE, new ListedPolicies(topic)),
            MAX_PARALLELISM,
            parallelism,
            subtask);
    open.add(scope);
    Restored.from(states, scope, MAX_PARALLELISM, parallelism, subtask);
    scope.open();
  }

  private void take(PolicyRecord record) throws Exception {
    scope.processElement2(new StreamRecord<>(USABLE.change(record)));
  }

  /** What is said of a frame that comes now. */
  private List<String> outOfScopeAt(String camera) throws Exception {
    ProbeFrame frame = frameWith(camera, offset++, towards(0, 0));
    scope.processElement1(new StreamRecord<>(frame, frame.frame().capturedAt().toEpochMilli()));
    return last().outOfScope();
  }

  private ProbeFrame last() {
    List<ProbeFrame> frames = scope.extractOutputValues();
    return frames.get(frames.size() - 1);
  }
}
