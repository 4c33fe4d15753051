package io.facestream.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
  @Test
  void shouldNameAVisitAfterTheFrameThatOpenedIt() {
    assertThat(Ids.sightingId(Ids.frameId("lobby", 0, 4711), "p-17"))
        .isEqualTo("lobby@0-4711/p-17");
  }

  @Test
  void shouldBeginTheKeyOfAVisitWithTheBytesOfTheCamerasKey() {
    assertThat(Ids.sightingKey("\\x00\\xff", "p-17"))
        .isEqualTo(new byte[] {0, (byte) 0xFF, '/', 'p', '-', '1', '7'});
  }

  @Test
  void shouldNameAFrameTheSameEachTime() {
    assertThat(Ids.frameId("lobby", 0, 4711))
        .isEqualTo(Ids.frameId("lobby", 0, 4711))
        .isEqualTo("lobby@0-4711");
  }

  @Test
  void shouldTellFramesApart() {
    assertThat(Ids.frameId("lobby", 1, 14)).isNotEqualTo(Ids.frameId("lobby", 11, 4));
  }

  @Test
  void shouldTellANegativeExampleFromAPhoto() {
    String id = Ids.negativeExampleId("p-17", "hall/lobby@0-4711", 2);
    assertThat(id).isEqualTo("not/p-17/hall/lobby@0-4711#2");
    assertThat(Ids.isNegativeExampleId(id)).isTrue();
    assertThat(Ids.isNegativeExampleId("not/1.jpg")).as("a photo of a person 'not'").isFalse();
    assertThat(Ids.isNegativeExampleId("not/p-17/1.jpg")).as("of their alias").isFalse();
    assertThat(Ids.isNegativeExampleId("ada/lobby@0-4711#2")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"p-17, 2, p-17/2", "ada, alias/front.jpg, ada/alias/front.jpg", "a b, 1, a b/1"})
  void shouldFindThePersonOfATemplate(String person, String photo, String templateId) {
    assertThat(Ids.templateId(person, photo)).isEqualTo(templateId);
    assertThat(Ids.personOf(templateId)).isEqualTo(person);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a/b", "/"})
  void shouldRefuseAPersonIdThatIsBlankOrHasASlash(String person) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ids.templateId(person, "1"))
        .withMessage("A person id must not be blank or contain '/': '" + person + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void shouldRefuseAPhotoWithoutAName(String photo) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ids.templateId("ada", photo))
        .withMessage("The photo of person 'ada' has no name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ada", "/1", "ada/", "/", " /1", "ada/ "})
  void shouldFindNobodyInWhatIsNoTemplateId(String text) {
    assertThat(Ids.personOf(text)).isNull();
  }

  @Test
  void shouldNameUnknownPeopleByTheirDayFrameAndTrackAndNobodyElseSo() {
    LocalDate day = LocalDate.of(2026, 11, 21);
    String id = Ids.unknownId(day, "lobby@0-4711", "lobby@0-4700#0");
    assertThat(id).matches("unknown/[0-9a-f]{16}");
    assertThat(Ids.unknownId(day, "lobby@0-4711", "lobby@0-4700#0")).isEqualTo(id);
    assertThat(
            List.of(
                Ids.unknownId(day, "door@0-4711", "door@0-4700#0"),
                Ids.unknownId(day.plusDays(1), "lobby@0-4711", "lobby@0-4700#0"),
                Ids.unknownId(day, "lobby@0-4720", "lobby@0-4700#0"),
                Ids.unknownId(day, "lobby@0-4711", "lobby@0-4700#1")))
        .doesNotContain(id)
        .doesNotHaveDuplicates();
    assertThat(Ids.isUnknown(id)).isTrue();
    assertThat(Ids.isUnknown("p-17")).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> Ids.templateId(id, "1"));
    assertThat(SightedPerson.unknown(id).name())
        .isEqualTo("Unknown " + id.substring("unknown/".length()).substring(0, 6));
  }

  @Test
  void shouldTakeTheIdOfAFrameApart() {
    String id = Ids.frameId("door@1-2", 3, 4711);
    assertThat(FrameId.parse(id)).isEqualTo(new FrameId("door@1-2", 3, 4711));
    assertThat(FrameId.parse(id)).hasToString(id);
    for (String none : List.of("", "lobby", "lobby@0", "@0-1", "lobby@0-1x", "lobby@0--1")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> FrameId.parse(none))
          .withMessageContaining("'" + none + "' is no id of a verdict");
    }
  }
}
