package io.facestream.quickstart.demo;

import static io.facestream.quickstart.demo.Answers.alertFor;
import static io.facestream.quickstart.demo.Answers.recognise;
import static io.facestream.quickstart.demo.Answers.rejectFor;
import static io.facestream.quickstart.demo.Answers.stranger;
import static io.facestream.quickstart.demo.Answers.verdictOn;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private final Tally tally = new Tally();

  @Test
  void shouldAccountForEveryFrame() {
    tally.add(verdictOn(0));
    tally.add(verdictOn(1, stranger()));
    tally.addRefusedFrame();

    assertThat(tally.doneFrames()).isEqualTo(3);
    assertThat(summaryOf(3)).contains("Frames      3 in, 2 judged, 1 refused");
  }

  @Test
  void shouldCountFacesByWhatBecameOfThem() {
    tally.add(verdictOn(0, recognise("Ada"), stranger(), rejectFor("too small")));
    tally.add(verdictOn(1, stranger()));

    assertThat(summaryOf(2))
        .contains("Faces       4: 1 recognised, 2 unknown, 1 not good enough to compare");
  }

  @Test
  void shouldNameWhoWasSeenMostFirst() {
    tally.add(alertFor("Ada"));
    tally.add(alertFor("Grace"));
    tally.add(alertFor("Grace"));

    assertThat(summaryOf(0)).contains("Alerts      3: Grace 2, Ada 1");
  }

  @Test
  void shouldShowPercentilesOfEachStage() {
    tally.add(verdictOn(0));

    assertThat(summaryOf(1)).containsPattern("detect +9\\.\\d +9\\.\\d").contains("end to end");
  }

  private String summaryOf(long published) {
    return Summary.of(published, tally.totals(), Duration.ofSeconds(2));
  }
}
