package io.facestream.job.search;

import static io.facestream.job.testing.Fixtures.asked;
import static io.facestream.job.testing.Fixtures.frameWith;
import static io.facestream.job.testing.Fixtures.towards;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.gallery.Template;
import io.facestream.wire.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SearchSliceTest {
  private final List<SliceHarness> open = new ArrayList<>();

  @AfterEach
  void closeSlices() throws Exception {
    for (SliceHarness slice : open) {
      slice.close();
    }
  }

  @Test
  void shouldHoldFramesUntilTheGalleryHasBeenRead() throws Exception {
    SliceHarness slice = openSlice(0, 1, null);
    slice.probe(frameWith("lobby", 1, towards(0, 0)));
    slice.enrol("ada/1", towards(0, 0.1));
    assertThat(slice.answers()).isEmpty();
    slice.caughtUp();
    assertThat(slice.answers()).hasSize(1);
    assertThat(slice.bestOf(0)).isEqualTo("ada/1");
  }

  @Test
  void shouldWaitForEveryPartition() throws Exception {
    SliceHarness slice = openSlice(0, 1, null);
    slice.probe(frameWith("lobby", 1, towards(0, 0)));
    slice.caughtUp(0, 2);
    slice.caughtUp(0, 2);
    assertThat(slice.answers()).isEmpty();
    slice.caughtUp(1, 2);
    assertThat(slice.answers()).hasSize(1);
  }

  @Test
  void shouldNotWaitForAPartitionThatWasAddedWhileSubtasksLookedAtTheTopic() throws Exception {
    SliceHarness slice = openSlice(0, 1, null);
    slice.probe(frameWith("lobby", 1, towards(0, 0)));
    slice.caughtUp(0, 3);
    slice.caughtUp(2, 2);
    assertThat(slice.answers()).as("two partitions, but one of them was added since").isEmpty();
    slice.caughtUp(1, 3);
    assertThat(slice.answers()).hasSize(1);

    SliceHarness other = openSlice(0, 1, null);
    other.probe(frameWith("lobby", 1, towards(0, 0)));
    other.caughtUp(0, 3);
    other.caughtUp(1, 3);
    assertThat(other.answers()).isEmpty();
    other.caughtUp(2, 2);
    assertThat(other.answers()).as("three are read, two were there").hasSize(1);
  }

  @Test
  void shouldSeeAnUpdateAndAnErasureInTheNextProbe() throws Exception {
    SliceHarness slice = openReadySlice();
    slice.enrol("ada/1", towards(1, 0));
    slice.enrol("ben/1", towards(0, 0.5));
    slice.probe(frameWith("lobby", 1, towards(0, 0)));
    assertThat(slice.bestOf(0)).isEqualTo("ben/1");
    slice.enrol("ada/1", towards(0, 0.1));
    slice.probe(frameWith("lobby", 2, towards(0, 0)));
    assertThat(slice.bestOf(1)).isEqualTo("ada/1");
    slice.erase("ada/1");
    slice.probe(frameWith("lobby", 3, towards(0, 0)));
    assertThat(slice.bestOf(2)).isEqualTo("ben/1");
    assertThat(slice.answers().get(2).templates()).isEqualTo(1);
  }

  @Test
  void shouldTellWhoIsEnrolledWhileTheJobRunsAndNotWhoWasThere() throws Exception {
    SliceHarness slice = openSlice(0, 1, null);
    slice.enrol("ada/1", towards(0, 0));
    slice.caughtUp();
    assertThat(slice.news()).as("what the gallery held is none").isEmpty();
    slice.enrol("ada/1", towards(0, 0));
    assertThat(slice.news()).as("written again alike").isEmpty();
    slice.enrol("ada/1", towards(0, 0.1));
    slice.enrol("ben/1", towards(1, 0));
    slice.erase("ada/1");
    slice.erase("ada/1");
    assertThat(slice.news()).containsExactly("ada/1", "ben/1", "-ada/1");
    SliceHarness restored = openSlice(0, 1, List.of(slice.snapshot()));
    restored.enrol("ben/1", towards(1, 0));
    restored.enrol("dan/1", towards(2, 0));
    assertThat(restored.news()).as("of all that it reads since").containsExactly("dan/1");
  }

  @Test
  void shouldSearchFramesTogetherUntilTheBatchIsFullOrTheWaitIsOver() throws Exception {
    SliceHarness slice = openReadySlice();
    slice.enrol("ada/1", towards(0, 0));
    slice.probeWithoutWaiting(frameWith("lobby", 1, towards(0, 0), towards(1, 0)));
    slice.probeWithoutWaiting(frameWith("lobby", 2, towards(0, 0)));
    assertThat(slice.answers()).as("three of four probes").isEmpty();
    slice.probeWithoutWaiting(frameWith("lobby", 3, towards(0, 0)));
    assertThat(slice.answers())
        .extracting(PartialAnswer::frameId)
        .containsExactly("lobby@0-1", "lobby@0-2", "lobby@0-3");
    slice.probeWithoutWaiting(frameWith("lobby", 4, towards(0, 0)));
    slice.letTimePass(1);
    assertThat(slice.answers()).hasSize(3);
    slice.letTimePass(1);
    assertThat(slice.answers()).as("the wait is over").hasSize(4);
  }

  @Test
  void shouldAnswerWhatIsPendingBeforeACheckpoint() throws Exception {
    SliceHarness slice = openReadySlice();
    slice.probeWithoutWaiting(frameWith("lobby", 1, towards(0, 0)));
    List<OperatorSubtaskState> states = List.of(slice.snapshot());
    assertThat(slice.answers()).hasSize(1);
    SliceHarness again = openSlice(0, 1, states);
    again.caughtUp();
    assertThat(again.answers()).isEmpty();
  }

  @Test
  void shouldAnswerNothingForARejectedFace() throws Exception {
    SliceHarness slice = openReadySlice();
    slice.enrol("ada/1", towards(0, 0));
    slice.probe(frameWith("lobby", 1, null, towards(0, 0)));
    List<ProbeHits> answer = slice.answers().get(0).probes();
    assertThat(answer.get(0).hits()).isEmpty();
    assertThat(answer.get(1).hits()).hasSize(1);
  }

  @Test
  void shouldSearchDeeperWhenOnePersonFillsTheTop() throws Exception {
    SliceHarness slice = openReadySlice();
    for (int photo = 0; photo < 5 * SliceHarness.CANDIDATES; photo++) {
      slice.enrol("ada/" + photo, towards(0, 0.01 * photo));
    }
    slice.enrol("ben/1", towards(0, 1.0));
    slice.probe(frameWith("lobby", 1, towards(0, 0)));
    assertThat(slice.answers().get(0).probes().get(0).hits())
        .extracting(TemplateHit::templateId)
        .contains("ben/1");
  }

  @Test
  void shouldReturnAsManyPersonsAsAreShown() throws Exception {
    SliceHarness slice = openReadySlice();
    for (int photo = 0; photo < 5 * SliceHarness.CANDIDATES; photo++) {
      slice.enrol((photo % 2 == 0 ? "ada/" : "ben/") + photo, towards(0, 0.01 * photo));
    }
    slice.enrol("eve/1", towards(0, 1.0));
    slice.probe(frameWith("lobby", 1, towards(0, 0)));
    assertThat(slice.answers().get(0).probes().get(0).hits())
        .extracting(hit -> hit.template().personId())
        .contains("ada", "ben", "eve");
  }

  @Test
  void shouldFindWhoIsValidBehindManyWhoAreNot() throws Exception {
    SliceHarness slice = openReadySlice();
    for (int photo = 0; photo < 5 * SliceHarness.CANDIDATES; photo++) {
      Template former = Template.of("former-" + photo % 7, "Former", List.of(), null);
      slice.enrol(
          former.personId() + "/" + photo, former.valid(null, 1_001L), towards(0, 0.001 * photo));
    }
    Template ada = Template.of("ada", "Ada", List.of(), null);
    slice.enrol("ada/1", ada.valid(1_001L, null), towards(0, 1.0));
    slice.enrol("ben/1", towards(0, 1.1));
    slice.probe(frameWith("lobby", 1, towards(0, 0)));
    assertThat(personsOf(slice, 0)).as("captured at 1,001").containsExactly("ada", "ben");
    slice.probe(frameWith("lobby", 0, towards(0, 0)));
    assertThat(personsOf(slice, 1))
        .as("captured at 1,000")
        .doesNotContain("ada")
        .hasSizeGreaterThanOrEqualTo(SliceHarness.PERSONS);
  }

  @Test
  void shouldFindWhoIsInReachBehindManyWhoAreNot() throws Exception {
    SliceHarness slice = openReadySlice();
    for (int photo = 0; photo < 5 * SliceHarness.CANDIDATES; photo++) {
      enrolOnLists(slice, "staff-" + photo % 7 + "/" + photo, 0.001 * photo, "staff");
    }
    enrolOnLists(slice, "ada/1", 1.0, "staff", "vip");
    slice.enrol("ben/1", towards(0, 1.1));
    slice.probe(frameWith("lobby", 1, towards(0, 0)).without(Set.of("staff")));
    assertThat(personsOf(slice, 0)).containsExactly("ada", "ben");
    slice.probe(frameWith("lobby", 2, towards(0, 0)).without(Set.of("staff", "vip")));
    assertThat(personsOf(slice, 1)).containsExactly("ben");
    slice.probe(frameWith("gate", 3, towards(0, 0)).without(Set.of("vip")));
    assertThat(slice.bestOf(2)).isEqualTo("staff-0/0");
    slice.probe(frameWith("gate", 4, towards(0, 0)));
    assertThat(slice.bestOf(3)).isEqualTo("staff-0/0");
  }

  @Test
  void shouldSearchFramesOfSeveralCamerasTogetherEachWithinItsScope() throws Exception {
    SliceHarness slice = openReadySlice();
    enrolOnLists(slice, "ada/1", 0.1, "staff");
    enrolOnLists(slice, "ben/1", 0.2, "vip");
    slice.probeWithoutWaiting(frameWith("lobby", 1, towards(0, 0)).without(Set.of("staff")));
    slice.probeWithoutWaiting(frameWith("gate", 2, null, towards(0, 0)).without(Set.of("vip")));
    slice.probeWithoutWaiting(frameWith("yard", 3, towards(0, 0)));
    slice.letTimePass(2);
    assertThat(personsOf(slice, 0)).containsExactly("ben");
    assertThat(slice.answers().get(1).probes().get(1).hits())
        .extracting(TemplateHit::templateId)
        .containsExactly("ada/1");
    assertThat(personsOf(slice, 2)).containsExactly("ada", "ben");
  }

  @Test
  void shouldPassOverWhoIsOutOfReachAndWhoIsOutOfDateTogether() throws Exception {
    SliceHarness slice = openReadySlice();
    for (int photo = 0; photo < 3 * SliceHarness.CANDIDATES; photo++) {
      enrolOnLists(slice, "staff-" + photo % 7 + "/" + photo, 0.002 * photo, "staff");
      Template former = Template.of("former-" + photo % 7, "Former", List.of(), null);
      slice.enrol(
          former.personId() + "/" + photo,
          former.valid(null, 1_001L),
          towards(0, 0.002 * photo + 0.001));
    }
    slice.enrol("ben/1", towards(0, 1.1));
    slice.probe(frameWith("lobby", 1, towards(0, 0)).without(Set.of("staff")));
    assertThat(personsOf(slice, 0)).containsExactly("ben");
  }

  @Test
  void shouldSearchWhatSomebodyHandsInOnlyInTheWatchlistsThatItNames() throws Exception {
    SliceHarness slice = openReadySlice();
    for (int photo = 0; photo < 5 * SliceHarness.CANDIDATES; photo++) {
      enrolOnLists(slice, "staff-" + photo % 7 + "/" + photo, 0.001 * photo, "staff");
    }
    slice.enrol("eve/1", towards(0, 0));
    enrolOnLists(slice, "ada/1", 1.0, "staff", "vip");
    enrolOnLists(slice, "ben/1", 1.1, "guests");
    slice.probe(asked(frameWith("desk", 1, towards(0, 0)), List.of("vip", "guests")));
    assertThat(personsOf(slice, 0)).containsExactly("ada", "ben");
    assertThat(slice.answers().get(0).templates()).isEqualTo(2);
    assertThat(slice.answers().get(0).probes().get(0).hits().get(0).template().watchlists())
        .as("no other list has a say, or is heard of")
        .containsExactly("vip");
    slice.probe(
        asked(frameWith("desk", 2, towards(0, 0)), List.of("vip", "guests"))
            .without(Set.of("vip")));
    assertThat(personsOf(slice, 1)).as("not at this camera").containsExactly("ben");
    slice.probe(asked(frameWith("desk", 3, towards(0, 0)), List.of()));
    assertThat(personsOf(slice, 2)).isEmpty();
    assertThat(slice.answers().get(2).templates()).isZero();
    slice.probe(asked(frameWith("desk", 4, towards(0, 0)), null));
    assertThat(personsOf(slice, 3)).contains("eve");
  }

  @Test
  void shouldCountTheTemplatesInReach() throws Exception {
    SliceHarness slice = openReadySlice();
    slice.enrol("eve/1", towards(0, 0));
    enrolOnLists(slice, "ada/1", 0.1, "staff");
    enrolOnLists(slice, "ben/1", 0.2, "vip", "staff");
    assertThat(inReachWithout(slice)).isEqualTo(3);
    assertThat(inReachWithout(slice, "staff")).as("from now on it keeps count").isEqualTo(2);
    enrolOnLists(slice, "ada/2", 0.1, "staff");
    assertThat(inReachWithout(slice, "staff")).isEqualTo(2);
    assertThat(inReachWithout(slice, "vip")).isEqualTo(4);
    enrolOnLists(slice, "ada/1", 0.1, "guests");
    assertThat(inReachWithout(slice, "staff")).as("on another list now").isEqualTo(3);
    slice.erase("eve/1");
    slice.erase("ada/2");
    assertThat(inReachWithout(slice, "staff")).isEqualTo(2);
    assertThat(inReachWithout(slice, "guests", "staff", "vip")).isZero();

    SliceHarness restored = openSlice(0, 1, List.of(slice.snapshot()));
    restored.caughtUp();
    assertThat(inReachWithout(restored, "staff")).as("over a failure").isEqualTo(2);
    restored.erase("ben/1");
    assertThat(inReachWithout(restored, "staff")).isEqualTo(1);
    assertThat(inReachWithout(restored)).isEqualTo(1);
  }

  private static long inReachWithout(SliceHarness slice, String... watchlists) throws Exception {
    slice.probe(frameWith("lobby", 1, towards(0, 0)).without(Set.of(watchlists)));
    return slice.answers().get(slice.answers().size() - 1).templates();
  }

  private static void enrolOnLists(
      SliceHarness slice, String templateId, double turn, String... watchlists) throws Exception {
    String person = Ids.personOf(templateId);
    slice.enrol(
        templateId, Template.of(person, person, List.of(watchlists), null), towards(0, turn));
  }

  private static Set<String> personsOf(SliceHarness slice, int answer) {
    Set<String> persons = new TreeSet<>();
    slice
        .answers()
        .get(answer)
        .probes()
        .get(0)
        .hits()
        .forEach(hit -> persons.add(hit.template().personId()));
    return persons;
  }

  @Test
  void shouldRebuildEachTemplateInExactlyOneSliceWhenRescaled() throws Exception {
    Set<String> enrolled = new TreeSet<>();
    List<SliceHarness> two = List.of(openSlice(0, 2, null), openSlice(1, 2, null));
    for (int i = 0; i < SliceHarness.CANDIDATES; i++) {
      String templateId = "person-" + i + "/1";
      ownerOf(templateId, two).enrol(templateId, towards(i, 0.001 * i));
      enrolled.add(templateId);
    }
    ownerOf("person-7/1", two).erase("person-7/1");
    enrolled.remove("person-7/1");
    List<OperatorSubtaskState> states = new ArrayList<>();
    for (SliceHarness slice : two) {
      slice.probe(frameWith("lobby", 1, towards(0, 0)));
      states.add(slice.snapshot());
    }

    Set<String> found = new TreeSet<>();
    for (int subtask = 0; subtask < 3; subtask++) {
      SliceHarness slice = openSlice(subtask, 3, states);
      slice.caughtUp();
      assertThat(slice.answers()).as("every new slice answers the held frame once").hasSize(1);
      for (TemplateHit hit : slice.answers().get(0).probes().get(0).hits()) {
        assertThat(found.add(hit.templateId())).as(hit.templateId() + " is in one slice").isTrue();
      }
    }
    assertThat(found).isEqualTo(enrolled);
  }

  @Test
  void shouldTakeBackOnlyItsOwnHeldFramesWhenNotRescaled() throws Exception {
    SliceHarness first = openSlice(0, 2, null);
    SliceHarness second = openSlice(1, 2, null);
    first.caughtUp();
    first.probe(frameWith("lobby", 1, towards(0, 0)));
    second.probe(frameWith("lobby", 1, towards(0, 0)));
    assertThat(first.answers()).hasSize(1);
    List<OperatorSubtaskState> states = List.of(first.snapshot(), second.snapshot());
    SliceHarness firstAgain = openSlice(0, 2, states);
    SliceHarness secondAgain = openSlice(1, 2, states);
    firstAgain.caughtUp();
    secondAgain.caughtUp();
    assertThat(firstAgain.answers()).as("it had answered before").isEmpty();
    assertThat(secondAgain.answers()).hasSize(1);
  }

  private SliceHarness openReadySlice() throws Exception {
    SliceHarness slice = openSlice(0, 1, null);
    slice.caughtUp();
    return slice;
  }

  private SliceHarness openSlice(int subtask, int parallelism, List<OperatorSubtaskState> states)
      throws Exception {
    SliceHarness slice = new SliceHarness(subtask, parallelism, states);
    open.add(slice);
    return slice;
  }

  private static SliceHarness ownerOf(String templateId, List<SliceHarness> slices) {
    return slices.stream().filter(slice -> slice.owns(templateId)).findFirst().orElseThrow();
  }

  @Test
  void shouldLeaveATemplateOutOfItsStateOnTheOperatorsOrder() throws Exception {
    OperatorSubtaskState state;
    try (SliceHarness slice = new SliceHarness(0, 1, null)) {
      slice.enrol("ada/1", towards(0, 0.1));
      slice.enrol("eve/1", towards(0, 0));
      state = slice.snapshot();
    }
    OperatorSubtaskState without;
    try (SliceHarness slice = SliceHarness.restoredWithout(state, "gallery:eve/1")) {
      slice.caughtUp();
      slice.probe(frameWith("lobby", 1, towards(0, 0)));
      assertThat(slice.answers().get(0).templates()).isEqualTo(1);
      assertThat(slice.bestOf(0)).isEqualTo("ada/1");
      without = slice.snapshot();
    }
    try (SliceHarness slice = new SliceHarness(0, 1, List.of(without))) {
      slice.caughtUp();
      slice.probe(frameWith("lobby", 2, towards(0, 0)));
      assertThat(slice.answers().get(0).templates()).as("also without the order").isEqualTo(1);
    }
  }
}
