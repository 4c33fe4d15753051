package io.facestream.job.search;

import static io.facestream.job.testing.Fixtures.frameWith;
import static io.facestream.job.testing.Fixtures.towards;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.gallery.KeptTemplates;
import io.facestream.job.gallery.Template;
import io.facestream.job.testing.HeldByTopic;
import java.time.Duration;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

class ErasedMeanwhileTest {
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void shouldForgetWhoseRecordIsNotInTheTopicAnyMore() throws Exception {
    KeptTemplates withoutEve = HeldByTopic.since(DAY, "ada/1");
    assertThat(templatesIn(stateOfAge(DAY), withoutEve)).isEqualTo(1);
    assertThat(templatesIn(stateOfAge(DAY), HeldByTopic.since(DAY, "ada/1", "eve/1"))).isEqualTo(2);
  }

  @Test
  void shouldBelieveAStateThatIsYoungerThanTheTopicsMemory() throws Exception {
    OperatorSubtaskState state = stateOfAge(DAY.minus(ErasedMeanwhile.MARGIN).minusMillis(1));
    assertThat(templatesIn(state, HeldByTopic.since(DAY))).isEqualTo(2);
  }

  @Test
  void shouldNotBelieveAStateAnHourBeforeTheTopicForgets() throws Exception {
    OperatorSubtaskState state = stateOfAge(DAY.minus(ErasedMeanwhile.MARGIN));
    assertThat(templatesIn(state, HeldByTopic.since(DAY))).isZero();
  }

  @Test
  void shouldNotBelieveAStateThatDoesNotTellItsAge() throws Exception {
    OperatorSubtaskState state;
    try (SliceHarness slice = SliceHarness.ofEarlierVersion()) {
      slice.enrol("ada/1", Template.of("ada", "Ada", List.of("guests"), null), towards(0, 0.1));
      slice.enrol("eve/1", Template.of("eve", "Eve", List.of(), null), towards(0, 0));
      state = slice.snapshot();
    }
    assertThat(templatesIn(state, HeldByTopic.since(DAY, "ada/1"))).isEqualTo(1);
  }

  @Test
  void shouldReadAgainWhoWasEnrolledAnewMeanwhile() throws Exception {
    KeptTemplates eveAnew =
        new HeldByTopic(
            DAY,
            List.of(new HeldByTopic.Place("ada/1", 0, 0), new HeldByTopic.Place("eve/1", 0, 7)));
    try (SliceHarness slice = SliceHarness.restoredBeside(eveAnew, stateOfAge(DAY))) {
      slice.put(0, 7, "eve/1", towards(0, 0));
      assertThat(templatesOf(slice)).isEqualTo(2);
      assertThat(slice.bestOf(0)).isEqualTo("eve/1");
    }
  }

  @Test
  void shouldNotFallBackToAnOlderRecordInAnotherPartition() throws Exception {
    OperatorSubtaskState state;
    try (SliceHarness slice = new SliceHarness(0, 1, null)) {
      slice.put(0, 0, "ada/1", towards(0, 0.1));
      slice.put(1, 5, "ada/1", towards(0, 0));
      slice.letTimePass(DAY.toMillis());
      state = slice.snapshot();
    }
    KeptTemplates older = new HeldByTopic(DAY, List.of(new HeldByTopic.Place("ada/1", 0, 0)));
    assertThat(templatesIn(state, older)).isZero();
  }

  private static OperatorSubtaskState stateOfAge(Duration age) throws Exception {
    try (SliceHarness slice = new SliceHarness(0, 1, null)) {
      slice.enrol("ada/1", towards(0, 0.1));
      slice.enrol("eve/1", towards(0, 0));
      slice.letTimePass(age.toMillis());
      return slice.snapshot();
    }
  }

  private static long templatesIn(OperatorSubtaskState state, KeptTemplates topic)
      throws Exception {
    try (SliceHarness slice = SliceHarness.restoredBeside(topic, state)) {
      return templatesOf(slice);
    }
  }

  private static long templatesOf(SliceHarness slice) throws Exception {
    slice.caughtUp();
    slice.probe(frameWith("lobby", 1, towards(0, 0)));
    return slice.answers().get(0).templates();
  }
}
