package io.facestream.quickstart.demo;

import static io.facestream.quickstart.demo.Answers.sightingOf;
import static io.facestream.quickstart.demo.Answers.sightingOfSomebodyUnknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.wire.SightingKind;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SightingLineTest {
  @Test
  void shouldSayWhoHasComeWhereWhenAndHowSure() {
    assertThat(line("Ada Lovelace", SightingKind.OPEN))
        .isEqualTo(
            "12:00:00.120  lobby  Ada Lovelace has come"
                + "  similarity 0.63 (needs 0.42)  guests, vip");
  }

  @Test
  void shouldSayWhoHasGoneAfterHowLong() {
    assertThat(line("Ada Lovelace", SightingKind.CLOSE))
        .isEqualTo(
            "12:00:11.370  lobby  Ada Lovelace has gone after 11.3 s"
                + "  71 frames, similarity up to 0.63");
  }

  @Test
  void shouldSayOfUnknownPeopleThatNobodyKnowsThem() {
    assertThat(SightingLine.come(sightingOfSomebodyUnknown(SightingKind.OPEN), ZoneOffset.UTC))
        .isEqualTo("12:00:00.120  lobby  Unknown 3f9a2c has come  not in the gallery");
    assertThat(SightingLine.gone(sightingOfSomebodyUnknown(SightingKind.CLOSE), ZoneOffset.UTC))
        .isEqualTo("12:00:11.370  lobby  Unknown 3f9a2c has gone after 11.3 s  71 frames");
  }

  @Test
  void shouldReadTheSameInEveryCountry() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(line("Ada Lovelace", SightingKind.OPEN)).contains("0.63");
      assertThat(line("Ada Lovelace", SightingKind.CLOSE)).contains("11.3 s");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void shouldNeverSteerATerminal() {
    assertThat(line("Ada\u001b[2J\nbob\u202e", SightingKind.OPEN))
        .contains("Ada\\x1b[2J\\nbob\\u202e has come")
        .doesNotContain("\u001b", "\n", "\u202e");
  }

  @Test
  void shouldSayWhoWasToldToHaveGoneTooEarly() {
    VisitLines lines = new VisitLines(ZoneOffset.UTC);
    List<String> said = new ArrayList<>();
    List.of(
            SightingKind.OPEN,
            SightingKind.UPDATE,
            SightingKind.CLOSE,
            SightingKind.UPDATE,
            SightingKind.UPDATE,
            SightingKind.CLOSE)
        .forEach(kind -> lines.of(sightingOf("Ada", kind)).ifPresent(said::add));
    assertThat(said).hasSize(4);
    assertThat(said.get(1)).contains("Ada has gone");
    assertThat(said.get(2)).isEqualTo("12:00:11.370  lobby  Ada is still there");
    assertThat(said.get(3)).contains("Ada has gone");
  }

  private static String line(String name, SightingKind kind) {
    return new VisitLines(ZoneOffset.UTC).of(sightingOf(name, kind)).orElseThrow();
  }
}
