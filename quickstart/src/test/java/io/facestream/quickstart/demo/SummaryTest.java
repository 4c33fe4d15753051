package io.facestream.quickstart.demo;

import static io.facestream.quickstart.demo.Answers.carriedStranger;
import static io.facestream.quickstart.demo.Answers.recognise;
import static io.facestream.quickstart.demo.Answers.rejectFor;
import static io.facestream.quickstart.demo.Answers.sightingOf;
import static io.facestream.quickstart.demo.Answers.sightingOfSomebodyUnknown;
import static io.facestream.quickstart.demo.Answers.stranger;
import static io.facestream.quickstart.demo.Answers.verdictOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.wire.SightingKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private final Tally tally = new Tally(Refusal::place, true);

  @Test
  void shouldAccountForEveryFrame() {
    tally.add(verdictOn(0));
    tally.add(verdictOn(1, stranger()));
    tally.addRefusedFrame(refused("truncated", 2));

    assertThat(tally.doneFrames()).isEqualTo(3);
    assertThat(summaryOf(3))
        .containsSubsequence(
            "Frames      3 in, 2 judged, 1 refused",
            "             1 × truncated; lobby@0-2",
            "Left out    4: no pictures, too large for the topic");
  }

  @Test
  void shouldCountFacesByWhatBecameOfThem() {
    tally.add(verdictOn(0, recognise("Ada"), stranger(), rejectFor("too small")));
    tally.add(verdictOn(1, stranger()));
    tally.add(verdictOn(2, carriedStranger()));

    assertThat(summaryOf(3))
        .contains("Faces       5: 1 recognised, 3 unknown, 1 not good enough to compare");
  }

  @Test
  void shouldNameWhoWasSeenMostFirst() {
    tally.add(sightingOf("Ada", SightingKind.OPEN));
    tally.add(sightingOf("Grace", SightingKind.OPEN));
    tally.add(sightingOf("Grace", SightingKind.UPDATE));
    tally.add(sightingOf("Grace", SightingKind.CLOSE));
    tally.add(sightingOf("Grace", SightingKind.OPEN));
    tally.addAlert();

    assertThat(summaryOf(0)).contains("Sightings   3: Grace 2, Ada 1\nAlerts      1\n");
  }

  @Test
  void shouldNameTheTenSeenMostAndCountTheOthers() {
    for (int person = 0; person < 1000; person++) {
      tally.add(sightingOf("Person " + person, SightingKind.OPEN));
    }
    for (int again = 0; again < 3; again++) {
      tally.add(sightingOf("Ada\u001b[2J\nLovelace", SightingKind.OPEN));
    }

    assertThat(summaryOf(0))
        .contains("Sightings   1003: Ada\\x1b[2J\\nLovelace 3, Person 0 1, ")
        .containsPattern("(Person \\d+ 1, ){9}and 991 others\n");
  }

  @Test
  void shouldCountVisitsOfUnknownPeopleTogether() {
    tally.add(sightingOf("Ada", SightingKind.OPEN));
    tally.add(sightingOfSomebodyUnknown(SightingKind.OPEN));
    tally.add(sightingOfSomebodyUnknown(SightingKind.OPEN));
    assertThat(summaryOf(0)).contains("Sightings   3: unknown people 2, Ada 1");
  }

  @Test
  void shouldGroupRefusalsByReasonWithTheFirstOfEach() {
    for (int frame = 0; frame < 12; frame++) {
      tally.addRefusedFrame(
          refused("Cut off after " + frame + " bytes of 'x" + frame + "'", frame));
    }
    tally.addRefusedFrame(refused("No picture\u001b[2J\n!", 40));
    tally.addRefusedTemplate(
        new Refusal("gallery", 0, 9, "ada/1", null, "no model", null, 3, null));

    assertThat(summaryOf(13))
        .contains(
            "            12 × Cut off after 0 bytes of 'x0'; first: lobby@0-0\n"
                + "             1 × No picture\\x1b[2J\\n!; lobby@0-40\n")
        .contains("1 templates refused (topic gallery.dlq)\n             1 × no model; ada/1\n");
  }

  @Test
  void shouldShowTenReasonsAndCountTheOthers() {
    for (int reason = 0; reason < 1000; reason++) {
      String letters = Character.toString('a' + reason / 26 % 26) + (char) ('a' + reason % 26);
      tally.addRefusedFrame(refused("Reason " + letters + reason / 676, reason));
    }

    assertThat(summaryOf(1000).lines().filter(line -> line.contains(" × "))).hasSize(10);
    assertThat(summaryOf(1000)).containsPattern(" 9\\d\\d for other reasons\n");
  }

  private static Refusal refused(String reason, long offset) {
    return new Refusal("frames", 0, offset, "lobby", null, reason, null, 3, new byte[3]);
  }

  @Test
  void shouldShowPercentilesOfEachStage() {
    tally.add(verdictOn(0));

    assertThat(summaryOf(1)).containsPattern("detect +9\\.\\d +9\\.\\d").contains("end to end");
  }

  @Test
  void shouldNotTellHowOldAFilmIs() {
    Tally film = new Tally(Refusal::place, false);
    film.add(verdictOn(0));

    assertThat(summaryOf(1, film)).contains("detect").doesNotContain("end to end");
  }

  private String summaryOf(long published) {
    return summaryOf(published, tally);
  }

  private static String summaryOf(long published, Tally tally) {
    return String.join("\n", Summary.of(published, 4, tally.totals(), Duration.ofSeconds(2)));
  }
}
