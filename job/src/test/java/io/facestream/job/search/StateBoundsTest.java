package io.facestream.job.search;

import static io.facestream.job.testing.Fixtures.frameWith;
import static io.facestream.job.testing.Fixtures.towards;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.job.gallery.Template;
import io.facestream.job.records.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

class StateBoundsTest {
  private static final String LOUD = "\u0007".repeat(1_500_000);

  @Test
  void shouldDropWhatAnOlderStateHoldsBeyondTheBoundsAndSayWhy() throws Exception {
    try (SliceHarness slice = new SliceHarness(0, 1, List.of(stateOfEarlierVersion()))) {
      slice.caughtUp();
      assertThat(slice.deadLetters())
          .singleElement()
          .satisfies(
              letter -> {
                assertThat(letter.key()).isEqualTo("eve/1".getBytes(StandardCharsets.UTF_8));
                assertThat(letter.partition()).isEqualTo(DeadLetter.FROM_STATE);
                assertThat(letter.reason())
                    .contains("the name '\\x07", "1500000 bytes", "write it anew, or erase it")
                    .hasSizeLessThan(400);
              });
      slice.probe(frameWith("lobby", 1, towards(0, 0)));
      assertThat(slice.answers().get(0).templates()).isEqualTo(1);
      assertThat(slice.bestOf(0)).isEqualTo("ada/1");
    }
  }

  @Test
  void shouldLookAtEveryWatchlist() throws Exception {
    OperatorSubtaskState state;
    try (SliceHarness slice = SliceHarness.ofEarlierVersion()) {
      List<String> lists = List.of("guests", "w".repeat(129));
      slice.enrol("eve/1", Template.of("eve", "Eve", lists, null), towards(0, 0));
      state = slice.snapshot();
    }
    try (SliceHarness slice = new SliceHarness(0, 1, List.of(state))) {
      slice.caughtUp();
      assertThat(slice.deadLetters())
          .singleElement()
          .satisfies(letter -> assertThat(letter.reason()).contains("the watchlist 'www"));
    }
  }

  @Test
  void shouldSendItsLettersBeforeTheFirstCheckpointAndOnlyOnce() throws Exception {
    OperatorSubtaskState clean;
    try (SliceHarness slice = new SliceHarness(0, 1, List.of(stateOfEarlierVersion()))) {
      clean = slice.snapshot();
      assertThat(slice.deadLetters()).hasSize(1);
      slice.letTimePass(10);
      assertThat(slice.deadLetters()).hasSize(1);
    }
    try (SliceHarness again = new SliceHarness(0, 1, List.of(clean))) {
      again.caughtUp();
      assertThat(again.deadLetters()).isEmpty();
    }
  }

  @Test
  void shouldNotReadAllIdentitiesAgain() throws Exception {
    OperatorSubtaskState marked;
    try (SliceHarness slice = new SliceHarness(0, 1, null)) {
      slice.enrol("eve/1", Template.of("eve", LOUD, List.of(), null), towards(0, 0));
      marked = slice.snapshot();
    }
    try (SliceHarness again = new SliceHarness(0, 1, List.of(marked))) {
      again.caughtUp();
      assertThat(again.deadLetters()).as("a state with the mark is believed").isEmpty();
    }
  }

  @Test
  void shouldNameTheTemplateThatCannotBePutIntoTheIndexAndGoOnWithoutIt() throws Exception {
    OperatorSubtaskState broken;
    try (SliceHarness slice = SliceHarness.ofEarlierVersion()) {
      slice.enrol("ada/1", towards(0, 0.1));
      slice.enrol("eve/1", new float[1]);
      broken = slice.snapshot();
    }
    assertThatThrownBy(() -> new SliceHarness(0, 1, List.of(broken)))
        .hasMessageStartingWith("Search slice failed on gallery:eve/1 in the state")
        .hasMessageContaining("--skip 'gallery:eve/1' goes on without it");
    try (SliceHarness slice = SliceHarness.restoredWithout(broken, "gallery:eve/1")) {
      slice.caughtUp();
      slice.probe(frameWith("lobby", 1, towards(0, 0)));
      assertThat(slice.bestOf(0)).isEqualTo("ada/1");
    }
  }

  /** As written before there were bounds: without their mark, and without copies. */
  private static OperatorSubtaskState stateOfEarlierVersion() throws Exception {
    try (SliceHarness slice = SliceHarness.ofEarlierVersion()) {
      slice.enrol("ada/1", Template.of("ada", "Ada", List.of("guests"), null), towards(0, 0.1));
      slice.enrol("eve/1", Template.of("eve", LOUD, List.of(), null), towards(0, 0));
      return slice.snapshot();
    }
  }
}
