package io.facestream.job.verdict;

import static io.facestream.job.testing.Fixtures.asked;
import static io.facestream.job.testing.Fixtures.followed;
import static io.facestream.job.testing.Fixtures.frameWith;
import static io.facestream.job.testing.Fixtures.hit;
import static io.facestream.job.testing.Fixtures.towards;
import static io.facestream.job.testing.ListedPolicies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.decision.Policies;
import io.facestream.job.followed.FollowedFace;
import io.facestream.job.followed.FollowedFrame;
import io.facestream.job.followed.Standing;
import io.facestream.job.gallery.Template;
import io.facestream.job.gallery.TemplateChange;
import io.facestream.job.negatives.ExampleChange;
import io.facestream.job.negatives.NegativeExample;
import io.facestream.job.policies.PolicyRecord;
import io.facestream.job.policies.UsablePolicies;
import io.facestream.job.records.SkippedRecords;
import io.facestream.job.search.ProbeHits;
import io.facestream.job.testing.ListedPolicies;
import io.facestream.job.testing.Restored;
import io.facestream.job.tracks.KeyedTracks;
import io.facestream.job.unmatched.NearPerson;
import io.facestream.job.unmatched.UnmatchedFace;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Face;
import io.facestream.wire.GalleryView;
import io.facestream.wire.Models;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.ReasonCode;
import io.facestream.wire.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JudgeFramesTest {
  private static final int MAX_PARALLELISM = 16;
  private static final String TRACK = "lobby@0-0#0";
  private static final AppliedThreshold OF_OPTIONS = AppliedThreshold.fixed("default", 0.6);

  private final List<Harness> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (Harness harness : open) {
      harness.close();
    }
  }

  @Test
  void shouldKeepToAPolicyFromTheNextFrameOn() throws Exception {
    Harness judge = judge(List.of());
    assertThat(judge.thresholdNow()).isEqualTo(OF_OPTIONS);
    judge.take(policy(0, "camera/lobby", "{\"threshold\": 0.5}"));
    assertThat(judge.thresholdNow()).isEqualTo(AppliedThreshold.fixed("camera/lobby", 0.5, 0L));
    judge.take(policy(1, "camera/lobby", null));
    assertThat(judge.thresholdNow()).as("taken back").isEqualTo(OF_OPTIONS);
  }

  @Test
  void shouldKeepToWhatTheTopicHoldsFromTheFirstFrameOn() throws Exception {
    Harness judge =
        judge(
            List.of(
                policy(0, "camera/lobby", "{\"threshold\": 0.5}"),
                policy(1, "default", "{\"threshold\": 0.4}"),
                policy(2, "camera/lobby", null),
                policy(3, "default", "no policy")));
    assertThat(judge.thresholdNow()).isEqualTo(AppliedThreshold.fixed("default", 0.4, 1L));
  }

  @Test
  void shouldNotGoBackWhenTheSourceComesByWhatWasRead() throws Exception {
    List<PolicyRecord> topic =
        List.of(
            policy(0, "default", "{\"threshold\": 0.5}"),
            policy(1, "default", "{\"threshold\": 0.4}"),
            policy(2, "camera/lobby", "{\"threshold\": 0.3}"),
            policy(3, "camera/lobby", null));
    Harness judge = judge(topic);
    for (PolicyRecord record : topic) {
      judge.take(record);
      assertThat(judge.thresholdNow()).isEqualTo(AppliedThreshold.fixed("default", 0.4, 1L));
    }
    judge.take(policy(4, "default", "{\"threshold\": 0.2}"));
    assertThat(judge.thresholdNow().cosine()).isEqualTo(0.2);
  }

  @Test
  void shouldKnowThePoliciesAfterAFailureAndARescaling() throws Exception {
    Harness first = judge(List.of(policy(0, "default", "{\"threshold\": 0.5}")));
    first.take(policy(1, "camera/lobby", "{\"threshold\": 0.3}"));
    List<OperatorSubtaskState> state = List.of(first.snapshot());
    // What has been written since is the source's to bring.
    List<PolicyRecord> topic = List.of(policy(0, "default", "{\"threshold\": 0.9}"));
    for (int subtask = 0; subtask < 2; subtask++) {
      Harness restored = open(new Harness(topic, 2, subtask, state));
      assertThat(restored.thresholdNow())
          .isEqualTo(AppliedThreshold.fixed("camera/lobby", 0.3, 1L));
      restored.take(policy(0, "camera/lobby", null));
      assertThat(restored.thresholdNow().cosine()).as("old news").isEqualTo(0.3);
      restored.take(policy(2, "camera/lobby", null));
      assertThat(restored.thresholdNow()).isEqualTo(AppliedThreshold.fixed("default", 0.5, 0L));
    }
  }

  @Test
  void shouldNotReadTheTopicAgainAfterHavingFoundItEmpty() throws Exception {
    Harness first = judge(List.of());
    Harness restored =
        open(
            new Harness(
                List.of(policy(0, "default", "{\"threshold\": 0.9}")),
                1,
                0,
                List.of(first.snapshot())));
    assertThat(restored.thresholdNow()).isEqualTo(OF_OPTIONS);
  }

  @Test
  void shouldTellOfUnmatchedFacesOnlyWhereSomebodyRemembersThem() throws Exception {
    for (boolean wanted : new boolean[] {true, false}) {
      Harness judge =
          open(
              new Harness(
                  List.of(policy(0, "default", "{\"threshold\": 0.5}")),
                  1,
                  0,
                  null,
                  new EmbeddedRocksDBStateBackend(),
                  wanted));
      judge.thresholdNow();
      judge.searched(1, "ada/1");
      judge.carried(2);
      judge.handedIn(3);
      assertThat(judge.unmatched()).hasSize(wanted ? 1 : 0);
      if (wanted) {
        UnmatchedFace face = judge.unmatched().get(0);
        assertThat(face.frameId()).isEqualTo("lobby@0-7");
        assertThat(face.embedding()).containsExactly(towards(0, 0));
        assertThat(face.templates()).isEqualTo(1);
        assertThat(face.near())
            .containsExactly(new NearPerson(NearPerson.keyOf("ada"), (float) 0.1));
      }
    }
  }

  @Test
  void shouldTellOfEachFrameWithItsFollowedFacesOnlyWhereSomebodyRemembersStrangers()
      throws Exception {
    for (boolean wanted : new boolean[] {true, false}) {
      Harness judge =
          open(
              new Harness(
                  List.of(policy(0, "default", "{\"threshold\": 0.95}")),
                  1,
                  0,
                  null,
                  new EmbeddedRocksDBStateBackend(),
                  wanted));
      judge.thresholdNow();
      judge.searched(8, "ada/1");
      judge.searched(9, "ada/1");
      judge.carried(10);
      judge.take(policy(1, "default", "{\"threshold\": 0.5}"));
      judge.carried(11);
      judge.handedIn(12);
      assertThat(judge.framesTold()).hasSize(wanted ? 5 : 0);
      if (wanted) {
        assertThat(judge.framesTold().get(0).faces())
            .as("not followed, but the camera's time")
            .isEmpty();
        assertThat(judge.framesTold().get(4).frameId()).isEqualTo("lobby@0-11");
        List<FollowedFace> faces =
            judge.framesTold().stream().flatMap(frame -> frame.faces().stream()).toList();
        assertThat(faces).extracting(FollowedFace::track).containsOnly(TRACK);
        assertThat(faces)
            .extracting(FollowedFace::begins)
            .containsExactly(true, false, false, false);
        assertThat(faces)
            .extracting(FollowedFace::searched)
            .containsExactly(true, true, false, false);
        assertThat(faces)
            .extracting(FollowedFace::standing)
            .containsExactly(
                Standing.STRANGER, Standing.STRANGER, Standing.STRANGER, Standing.KNOWN);
      }
    }
  }

  @Test
  void shouldJudgeNothingBeforeEachSliceHasToldOfItsNegativeExamples() throws Exception {
    Harness judge = new Harness(List.of(), 1, 0, null);
    open.add(judge);
    judge.arrive(1, "ada/1");
    judge.arrive(2, "ada/1");
    judge.harness.processWatermark1(new Watermark(500));
    judge.take(ExampleChange.allTold(1, 2));
    assertThat(judge.harness.getOutput()).as("one slice of two").isEmpty();
    OperatorSubtaskState state = judge.snapshot();

    Harness restored = new Harness(List.of(), 1, 0, List.of(state));
    open.add(restored);
    restored.arrive(3, "ada/1");
    restored.harness.processWatermark1(new Watermark(700));
    assertThat(restored.harness.getOutput()).as("the slices begin anew, too").isEmpty();
    restored.take(ExampleChange.allTold(0, 1));
    assertThat(restored.harness.extractOutputValues())
        .extracting(Verdict::verdictId)
        .containsExactly("lobby@0-1", "lobby@0-2", "lobby@0-3");
    assertThat(restored.harness.getOutput()).last().isEqualTo(new Watermark(700));
    restored.arrive(4, "ada/1");
    assertThat(restored.harness.extractOutputValues()).hasSize(4);
  }

  @Test
  void shouldKeepTheFramesTimeWhichPoliciesDoNotHoldUp() throws Exception {
    Harness judge = judge(List.of());
    judge.thresholdNow();
    judge.harness.processWatermark1(new Watermark(500));
    assertThat(judge.harness.getOutput())
        .last()
        .as("although no watermark came from the policies")
        .isEqualTo(new Watermark(500));
    judge.harness.processWatermark2(new Watermark(1_000));
    assertThat(judge.harness.getOutput()).last().isEqualTo(new Watermark(500));
    assertThat(judge.harness.getOutput())
        .first()
        .extracting(record -> ((StreamRecord<?>) record).getTimestamp())
        .isEqualTo(1_007L);
  }

  @Test
  void shouldCarryNobodyOnWhoWasErased() throws Exception {
    Harness judge = judge(List.of());
    assertThat(judge.searched(0, "ada/1").match().personId()).isEqualTo("ada");
    assertThat(judge.carried(1).match().personId()).isEqualTo("ada");
    judge.take(new TemplateChange("ben/1", null));
    assertThat(judge.carried(2).match().personId()).isEqualTo("ada");
    judge.take(new TemplateChange("ada/1", null));
    assertThat(judge.carried(3).match()).isNull();
  }

  @Test
  void shouldCarryNobodyOnWhoWasErasedWhileTheJobWasDown() throws Exception {
    Harness first = judge(List.of());
    first.searched(0, "ada/1");
    Harness restored = open(new Harness(List.of(), 1, 0, List.of(first.snapshot())));
    assertThat(restored.carried(1).match().personId()).isEqualTo("ada");
    restored.take(new TemplateChange("ada/1", null));
    assertThat(restored.carried(2).match()).isNull();
  }

  @Test
  void shouldNotBelieveAnAnswerFromBeforeTheErasure() throws Exception {
    Harness judge = judge(List.of());
    judge.take(new TemplateChange("ada/1", null));
    Harness restored = open(new Harness(List.of(), 1, 0, List.of(judge.snapshot())));
    assertThat(restored.searched(0, "ada/1").match()).isNull();
    restored.take(new TemplateChange("ada/1", Template.of("ada", "Ada", List.of(), null)));
    assertThat(restored.searched(1, "ada/1").match()).as("enrolled again").isNotNull();
  }

  @Test
  void shouldCarryNobodyOnWhoIsNoLongerLookedForHere() throws Exception {
    Harness judge = judge(List.of());
    judge.searched(0, "ada/1");
    judge.take(new TemplateChange("ada/1", Template.of("ada", "Ada", List.of("vip"), null)));
    judge.take(policy(0, "watchlist/vip", "{\"cameras\": [\"lobby\"]}"));
    assertThat(judge.carried(1).match()).isNotNull();
    judge.take(policy(1, "watchlist/vip", "{\"cameras\": [\"gate\"]}"));
    assertThat(judge.carried(2).match()).as("from the next frame on").isNull();
  }

  @Test
  void shouldKnowTheNegativeExamplesAfterAFailureAndARescaling() throws Exception {
    NegativeExample example =
        new NegativeExample("not/ada/lobby@0-7#0", "ada", towards(0, 0), 1_000_000);
    Harness first = judge(List.of());
    assertThat(first.searched(0, "ada/1").match()).isNotNull();
    first.take(ExampleChange.of(example));
    assertThat(first.carried(1).reasonCode()).isEqualTo(ReasonCode.NEGATIVE_EXAMPLE);
    List<OperatorSubtaskState> state = List.of(first.snapshot());
    for (int subtask = 0; subtask < 2; subtask++) {
      Harness restored = open(new Harness(List.of(), 2, subtask, state));
      assertThat(restored.searched(2, "lobby@0-2#0", "ada/1").reasonCode())
          .isEqualTo(ReasonCode.NEGATIVE_EXAMPLE);
      restored.take(ExampleChange.gone(example.templateId()));
      assertThat(restored.searched(3, "lobby@0-2#0", "ada/1").match()).isNotNull();
      Harness again = open(new Harness(List.of(), 1, 0, List.of(restored.snapshot())));
      assertThat(again.searched(4, "lobby@0-4#0", "ada/1").match()).isNotNull();
    }
  }

  @Test
  void shouldTellWhatIsSaidNowOfSomebodyInView() throws Exception {
    Harness judge = judge(List.of());
    judge.searched(0, "ada/1");
    judge.take(new TemplateChange("ada/1", Template.of("ada", "Ada King", List.of("vip"), null)));
    assertThat(judge.carried(1).match().name()).isEqualTo("Ada King");
    assertThat(judge.carried(2).match().watchlists()).containsExactly("vip");
  }

  @Test
  void shouldLeaveNoStateAndNoTimerOfATrackThatIsGone() throws Exception {
    // Only this backend can count what is left.
    Harness judge = open(new Harness(List.of(), 1, 0, null, new HashMapStateBackend(), false));
    judge.searched(0, "ada/1");
    judge.carried(6_000);
    assertThat(judge.harness.numKeyedStateEntries()).isEqualTo(1);
    judge.harness.setProcessingTime(KeyedTracks.SILENT_AFTER_MILLIS - 1);
    assertThat(judge.carried(6_100).match()).as("still there").isNotNull();
    judge.harness.setProcessingTime(3 * KeyedTracks.SILENT_AFTER_MILLIS);
    assertThat(judge.harness.numKeyedStateEntries()).isZero();
    assertThat(judge.harness.numProcessingTimeTimers()).isZero();
    assertThat(judge.harness.numEventTimeTimers()).isZero();
    assertThat(judge.carried(6_200).match()).isNull();
  }

  @Test
  void shouldForgetLostTracksOfACameraThatGoesOn() throws Exception {
    Harness judge = open(new Harness(List.of(), 1, 0, null, new HashMapStateBackend(), false));
    judge.searched(0, "ada/1");
    for (int i = 1; i < 20; i++) {
      judge.searched(i * 10_000, "lobby@0-" + i + "#0", "ada/1");
    }
    assertThat(judge.carried(200_000).match()).as("the first one is long gone").isNull();
  }

  @Test
  void shouldForgetLostTracksOfACameraThatShowsNobodyAnyMore() throws Exception {
    Harness judge = open(new Harness(List.of(), 1, 0, null, new HashMapStateBackend(), false));
    judge.searched(0, "ada/1");
    judge.passing(20_000);
    assertThat(judge.harness.numKeyedStateEntries()).as("not lost yet").isEqualTo(1);
    judge.passing(40_000);
    assertThat(judge.harness.numKeyedStateEntries()).isZero();
  }

  /** The view is a face of the person's. */
  @Test
  void shouldKeepNothingOfAViewOfSomebodyWhoWasErased() throws Exception {
    Harness judge = open(new Harness(List.of(), 1, 0, null, new HashMapStateBackend(), false));
    judge.searched(0, "ada/1");
    judge.take(new TemplateChange("ada/1", null));
    assertThat(judge.harness.numKeyedStateEntries()).isZero();
    assertThat(judge.searched(1, "ben/1").match()).as("the next view decides").isNotNull();
  }

  @Test
  void shouldRememberWhoIsInViewHoweverFarOtherCamerasAre() throws Exception {
    Harness judge = judge(List.of());
    judge.searched(0, "ada/1");
    judge.harness.processWatermark1(new Watermark(3_600_000));
    assertThat(judge.carried(100).match()).isNotNull();
  }

  private Harness judge(List<PolicyRecord> topic) throws Exception {
    return open(new Harness(topic, 1, 0, null));
  }

  private Harness open(Harness harness) throws Exception {
    open.add(harness);
    return harness.told();
  }

  private static final class Harness implements AutoCloseable {
    private static final UsablePolicies USABLE =
        new UsablePolicies("builtin", false, SkippedRecords.NONE);

    private final KeyedTwoInputStreamOperatorTestHarness<Integer, MergedFrame, JudgeUpdate, Verdict>
        harness;

    Harness(
        List<PolicyRecord> topic, int parallelism, int subtask, List<OperatorSubtaskState> states)
        throws Exception {
      this(topic, parallelism, subtask, states, new EmbeddedRocksDBStateBackend(), false);
    }

    Harness(
        List<PolicyRecord> topic,
        int parallelism,
        int subtask,
        List<OperatorSubtaskState> states,
        StateBackend backend,
        boolean facesWanted)
        throws Exception {
      Policies ofOptions =
          Policies.ofOptions(Map.of(PolicyKey.DEFAULT, Policy.ofThreshold(OF_OPTIONS.cosine())));
      harness =
          new KeyedTwoInputStreamOperatorTestHarness<>(
              new JudgeFrames(
                  new JudgeSettings(ofOptions, 2, facesWanted, facesWanted),
                  USABLE,
                  new ListedPolicies(topic),
                  new Models("builtin", "detector", "embedder")),
              frame -> keyOf(subtask, parallelism),
              null,
              Types.INT,
              MAX_PARALLELISM,
              parallelism,
              subtask);
      harness.setStateBackend(backend);
      Restored.from(states, harness, MAX_PARALLELISM, parallelism, subtask);
      harness.open();
    }

    /** The slice, of one, has told of all negative examples that it has. */
    Harness told() throws Exception {
      harness.processElement2(new StreamRecord<>(JudgeUpdate.of(ExampleChange.allTold(0, 1))));
      return this;
    }

    /** A key whose frames come to this subtask. */
    private static int keyOf(int subtask, int parallelism) {
      int key = 0;
      while (KeyGroupRangeAssignment.assignKeyToParallelOperator(key, MAX_PARALLELISM, parallelism)
          != subtask) {
        key++;
      }
      return key;
    }

    void take(PolicyRecord record) throws Exception {
      harness.processElement2(new StreamRecord<>(JudgeUpdate.of(USABLE.change(record))));
    }

    /** What somebody has to reach in a frame that comes now. */
    AppliedThreshold thresholdNow() throws Exception {
      MergedFrame frame =
          new MergedFrame(
              frameWith("lobby", 7, towards(0, 0)),
              List.of(new ProbeHits(List.of(hit("ada/1", 0.1)))),
              new GalleryView(1, Map.of()),
              1);
      harness.processElement1(new StreamRecord<>(frame, 1_007));
      List<Verdict> verdicts = harness.extractOutputValues();
      return verdicts.get(verdicts.size() - 1).faces().get(0).threshold();
    }

    void take(ExampleChange change) throws Exception {
      harness.processElement2(new StreamRecord<>(JudgeUpdate.of(change)));
    }

    void take(TemplateChange change) throws Exception {
      harness.processElement2(new StreamRecord<>(JudgeUpdate.of(change)));
    }

    /** A face that is followed, of which the search finds this template. */
    Face searched(long offset, String templateId) throws Exception {
      return searched(offset, TRACK, templateId);
    }

    /** The same, which is judged now or later. */
    void arrive(long offset, String templateId) throws Exception {
      MergedFrame frame =
          new MergedFrame(
              followed("lobby", offset, TRACK, towards(0, 0)),
              List.of(new ProbeHits(List.of(hit(templateId, 0.9)))),
              new GalleryView(1, Map.of()),
              1);
      harness.processElement1(
          new StreamRecord<>(frame, frame.frame().frame().capturedAt().toEpochMilli()));
    }

    Face searched(long offset, String track, String templateId) throws Exception {
      return judged(
          new MergedFrame(
              followed("lobby", offset, track, towards(0, 0)),
              List.of(new ProbeHits(List.of(hit(templateId, 0.9)))),
              new GalleryView(1, Map.of()),
              1));
    }

    /** The same face in a later frame, not searched. */
    Face carried(long offset) throws Exception {
      return judged(MergedFrame.withoutSearch(followed("lobby", offset, TRACK, null)));
    }

    /** A later frame of the same camera without that face. */
    void passing(long offset) throws Exception {
      judged(
          MergedFrame.withoutSearch(followed("lobby", offset, "lobby@0-" + offset + "#0", null)));
    }

    /** A stranger's picture that somebody hands in. */
    Face handedIn(long offset) throws Exception {
      return judged(
          new MergedFrame(
              asked(frameWith("lobby", offset, towards(0, 0)), null),
              List.of(new ProbeHits(List.of(hit("ada/1", 0.1)))),
              new GalleryView(1, Map.of()),
              1));
    }

    private Face judged(MergedFrame frame) throws Exception {
      harness.processElement1(
          new StreamRecord<>(frame, frame.frame().frame().capturedAt().toEpochMilli()));
      List<Verdict> verdicts = harness.extractOutputValues();
      return verdicts.get(verdicts.size() - 1).faces().get(0);
    }

    /** The faces that left as unmatched. */
    List<UnmatchedFace> unmatched() {
      Queue<StreamRecord<UnmatchedFace>> told = harness.getSideOutput(JudgeFrames.UNMATCHED);
      return told == null ? List.of() : told.stream().map(StreamRecord::getValue).toList();
    }

    /** The frames that left for those who remember strangers. */
    List<FollowedFrame> framesTold() {
      Queue<StreamRecord<FollowedFrame>> told = harness.getSideOutput(JudgeFrames.FOLLOWED);
      return told == null ? List.of() : told.stream().map(StreamRecord::getValue).toList();
    }

    OperatorSubtaskState snapshot() throws Exception {
      return harness.snapshot(1, 1);
    }

    @Override
    public void close() throws Exception {
      harness.close();
    }
  }
}
