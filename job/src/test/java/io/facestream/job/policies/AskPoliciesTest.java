package io.facestream.job.policies;

import static io.facestream.job.testing.ListedPolicies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.decision.Policies;
import io.facestream.job.frames.RawFrame;
import io.facestream.job.records.SkippedRecords;
import io.facestream.job.testing.ListedPolicies;
import io.facestream.wire.FrameRequest;
import io.facestream.wire.Point;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.Zone;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AskPoliciesTest {
  private static final UsablePolicies USABLE =
      new UsablePolicies("builtin", false, SkippedRecords.NONE);
  private static final Zone CORNER =
      new Zone(List.of(new Point(0, 0), new Point(0.5, 0), new Point(0, 0.5)));
  private static final PolicyRecord AT_THE_LOBBY =
      policy(
          0,
          "camera/lobby",
          "{\"ignore\": [[[0, 0], [0.5, 0], [0, 0.5]]], \"analysers\": [\"emotion\"]}");

  private TwoInputStreamOperatorTestHarness<RawFrame, PolicyChange, RawFrame> ask;

  @BeforeEach
  void open() throws Exception {
    Policies ofOptions = Policies.ofOptions(Map.of(PolicyKey.DEFAULT, Policy.ofThreshold(0.5)));
    ask =
        new TwoInputStreamOperatorTestHarness<>(
            new AskPolicies(ofOptions, USABLE, new ListedPolicies(List.of(AT_THE_LOBBY))));
    ask.open();
  }

  @AfterEach
  void close() throws Exception {
    ask.close();
  }

  @Test
  void shouldSayFromTheFirstFrameOnWhereACameraIgnoresFaces() throws Exception {
    assertThat(asked("lobby", null).ignored()).containsExactly(CORNER);
    assertThat(asked("lobby", null).analysers()).containsExactly("emotion");
    assertThat(asked("gate", null).ignored()).isNull();
  }

  @Test
  void shouldKeepToAPolicyFromTheNextFrameOn() throws Exception {
    ask.processElement2(
        new StreamRecord<>(USABLE.change(policy(1, "camera/lobby", "{\"threshold\": 0.6}"))));
    assertThat(asked("lobby", null).ignored()).isNull();
    ask.processElement2(
        new StreamRecord<>(
            USABLE.change(
                policy(2, "camera/gate", "{\"ignore\": [[[0, 0], [0.5, 0], [0, 0.5]]]}"))));
    assertThat(asked("gate", null).ignored()).containsExactly(CORNER);
    ask.processElement2(new StreamRecord<>(USABLE.change(policy(3, "camera/gate", null))));
    assertThat(asked("gate", null).ignored()).as("taken back").isNull();
  }

  @Test
  void shouldIgnoreNothingInAPictureThatSomebodyHandsIn() throws Exception {
    assertThat(asked("lobby", FrameRequest.of("r-1")).ignored()).isNull();
  }

  @Test
  void shouldPassOnWhatCannotBeTaken() throws Exception {
    assertThat(asked(null, null).ignored()).isNull();
  }

  private RawFrame asked(String camera, FrameRequest request) throws Exception {
    RawFrame frame = new RawFrame(0, 0, 1_000, null, null, camera, 0, request, new byte[] {1});
    ask.processElement1(new StreamRecord<>(frame, 1_000));
    List<RawFrame> frames = ask.extractOutputValues();
    return frames.get(frames.size() - 1);
  }
}
