package io.facestream.job.search;

import static io.facestream.job.testing.Fixtures.frameWith;
import static io.facestream.job.testing.Fixtures.towards;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.gallery.GalleryChange.Kind;
import io.facestream.job.gallery.GalleryRepair;
import io.facestream.job.negatives.NegativeExample;
import io.facestream.job.testing.HeldByTopic;
import io.facestream.wire.Ids;
import java.time.Duration;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExamplesOfSliceTest {
  private static final long END = 60_000;
  private static final NegativeExample NOT_ADA = example(END);
  private static final String ID = NOT_ADA.templateId();
  private static final String KNOWN = ID + " until " + END;
  private static final String GONE = ID + " gone";

  private SliceHarness slice;

  @BeforeEach
  void open() throws Exception {
    slice = new SliceHarness(0, 1, null);
    slice.enrol("ada/1", towards(0, 0.1));
  }

  @AfterEach
  void close() throws Exception {
    slice.close();
  }

  @Test
  void shouldTellTheJudgeAndFindNobodyByIt() throws Exception {
    slice.example(NOT_ADA);
    assertThat(slice.hasToldOfAll()).isFalse();
    slice.caughtUp();
    assertThat(slice.hasToldOfAll()).as("before it answers").isTrue();
    assertThat(slice.toldToTheJudge()).containsExactly(KNOWN);
    slice.probe(frameWith("lobby", 1, towards(0, 0)));
    PartialAnswer answer = slice.answers().get(0);
    assertThat(answer.templates()).as("no template").isEqualTo(1);
    assertThat(answer.probes().get(0).hits())
        .extracting(TemplateHit::templateId)
        .as("the example is nearer, and no hit")
        .containsExactly("ada/1");
  }

  @Test
  void shouldTellTheJudgeThatItIsErased() throws Exception {
    slice.example(NOT_ADA);
    slice.erase(ID);
    slice.erase(ID);
    assertThat(slice.toldToTheJudge()).containsExactly(KNOWN, GONE);
    assertKeptAfterARestore(false);
  }

  @Test
  void shouldLetGoOfItAtItsEndInStateAndTopic() throws Exception {
    slice.example(NOT_ADA);
    slice.caughtUp();
    slice.letTimePass(END - 3);
    assertThat(slice.repairs()).isEmpty();
    assertKeptAfterARestore(true);
    slice.letTimePass(1);
    assertThat(slice.toldToTheJudge()).endsWith(GONE);
    assertThat(slice.repairs()).containsExactly(new GalleryRepair(ID, 0, 1));
    slice.change(Kind.REPAIR, 0, 2, ID, null, 1);
    slice.letTimePass(END);
    assertThat(slice.repairs()).as("once").hasSize(1);
    assertKeptAfterARestore(false);
  }

  @Test
  void shouldLetGoOfOneThatEndedWhileTheJobWasDown() throws Exception {
    slice.example(NOT_ADA);
    OperatorSubtaskState state = slice.snapshot();
    try (SliceHarness restored = new SliceHarness(0, 1, List.of(state))) {
      restored.letTimePass(END);
      assertThat(restored.repairs()).as("what prolongs it may be still to be read").isEmpty();
      restored.caughtUp();
      restored.letTimePass(1_000);
      assertThat(restored.toldToTheJudge()).containsExactly(GONE);
      assertThat(restored.repairs()).containsExactly(new GalleryRepair(ID, 0, 1));
    }
  }

  @Test
  void shouldKeepOneThatWasProlonged() throws Exception {
    slice.caughtUp();
    slice.example(NOT_ADA);
    slice.example(example(3 * END));
    slice.letTimePass(2 * END);
    assertThat(slice.repairs()).isEmpty();
    assertThat(slice.toldToTheJudge()).endsWith(ID + " until " + 3 * END);
    slice.letTimePass(END);
    assertThat(slice.repairs()).containsExactly(new GalleryRepair(ID, 0, 2));
  }

  @Test
  void shouldEndTheEarlierOneOfTwoFirst() throws Exception {
    NegativeExample sooner =
        new NegativeExample(Ids.negativeExampleId("ada", "lobby@0-9", 1), "ada", towards(1, 0), 10);
    slice.caughtUp();
    slice.example(NOT_ADA);
    slice.example(sooner);
    slice.letTimePass(20);
    assertThat(slice.repairs()).containsExactly(new GalleryRepair(sooner.templateId(), 0, 2));
    slice.letTimePass(END);
    assertThat(slice.repairs()).hasSize(2);
  }

  @Test
  void shouldTakeTheLastWordOfTwoPartitions() throws Exception {
    slice.example(1, 9, NOT_ADA);
    slice.example(0, 3, example(2 * END));
    assertThat(slice.toldToTheJudge()).as("older").containsExactly(KNOWN);
    slice.change(Kind.ERASE, 0, 20, ID, null, 0);
    assertThat(slice.toldToTheJudge()).endsWith(GONE);
    slice.example(1, 10, NOT_ADA);
    assertThat(slice.toldToTheJudge()).as("older than the erasure").hasSize(2);
  }

  @Test
  void shouldTellTheJudgeWhatWasErasedWhileTheTopicForgot() throws Exception {
    slice.example(NOT_ADA);
    slice.letTimePass(Duration.ofDays(1).toMillis());
    OperatorSubtaskState state = slice.snapshot();
    HeldByTopic erased = HeldByTopic.since(Duration.ofDays(1), "ada/1");
    try (SliceHarness restored = SliceHarness.restoredBeside(erased, state)) {
      restored.letTimePass(1);
      assertThat(restored.toldToTheJudge()).containsExactly(GONE);
    }
  }

  @Test
  void shouldTellTheJudgeWhatIsLeftOutByTheOperatorsOrder() throws Exception {
    slice.example(NOT_ADA);
    try (SliceHarness restored = SliceHarness.restoredWithout(slice.snapshot(), "gallery:" + ID)) {
      restored.letTimePass(1);
      assertThat(restored.toldToTheJudge()).containsExactly(GONE);
    }
  }

  /** A restored slice lets go of what it has; of what it has not there is nothing to say. */
  private void assertKeptAfterARestore(boolean kept) throws Exception {
    try (SliceHarness restored = new SliceHarness(0, 1, List.of(slice.snapshot()))) {
      assertThat(restored.toldToTheJudge()).as("the judge has its own state").isEmpty();
      restored.caughtUp();
      restored.letTimePass(2 * END);
      assertThat(restored.repairs()).hasSize(kept ? 1 : 0);
    }
  }

  private static NegativeExample example(long end) {
    return new NegativeExample(
        Ids.negativeExampleId("ada", "lobby@0-7", 0), "ada", towards(0, 0), end);
  }
}
