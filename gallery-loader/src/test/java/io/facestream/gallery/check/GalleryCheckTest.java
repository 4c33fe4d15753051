package io.facestream.gallery.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each finding by a gallery made for it. */
class GalleryCheckTest {
  private final PeopleInText people = new PeopleInText(7);
  private final float[] ada = people.face();
  private final float[] bob = people.face();

  @Test
  void shouldFindNothingWrongWithPeopleWhoLookLikeThemselves() {
    CheckReport report = people.enrol("ada", ada, 4).enrol("bob", bob, 1).andStrangers(20).check();
    assertThat(report.clean()).isTrue();
    assertThat(report.templates()).isEqualTo(65);
    assertThat(report.people()).isEqualTo(22);
    assertThat(report.impostors()).hasSize(22);
    assertThat(report.spread().photos()).isEqualTo(65);
  }

  @Test
  void shouldFindAPhotoUnderAnotherPersonsNameAndBlameNobodyElse() {
    people.enrol("ada", ada, 3).enrol("bob", bob, 3).andStrangers(5);
    CheckReport report = people.add("ada/wrong", people.viewOf(bob, 0.95), "").check();
    assertThat(report.misplaced())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.photo()).isEqualTo(new PhotoRef("ada/wrong", "ada", "Name of ada"));
              assertThat(found.nearest().personId()).isEqualTo("bob");
              assertThat(found.other()).isGreaterThan(0.7);
              assertThat(found.own()).isLessThan(0.4);
            });
    assertThat(report.disagreeing()).isEmpty();
    assertThat(report.samePeople()).isEmpty();
  }

  @Test
  void shouldNotBlameTheOnlyOtherPhotoOfAPersonWithAWrongOne() {
    people.enrol("ada", ada, 1).enrol("bob", bob, 2).andStrangers(5);
    CheckReport report = people.add("ada/wrong", people.viewOf(bob, 0.95), "").check();
    assertThat(report.misplaced())
        .extracting(found -> found.photo().templateId())
        .containsExactly("ada/wrong");
    assertThat(report.disagreeing()).isEmpty();
  }

  @Test
  void shouldFindAPhotoThatPassesForItsPersonAndIsNearerToAnother() {
    people.enrol("ada", ada, 3).enrol("bob", bob, 3).andStrangers(5);
    float[] between = new float[PeopleInText.DIMENSION];
    for (int i = 0; i < between.length; i++) {
      between[i] = 0.55f * ada[i] + 0.83f * bob[i];
    }
    CheckReport report = people.add("ada/between", between, "").check();
    assertThat(report.misplaced())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.photo().templateId()).isEqualTo("ada/between");
              assertThat(found.own()).isGreaterThan(PeopleInText.RULES.pairSimilarity());
              assertThat(found.agrees()).isTrue();
            });
  }

  @Test
  void shouldFindAPhotoThatShowsNobodyOfTheGallery() {
    people.enrol("ada", ada, 3).andStrangers(5);
    float[] nobody = people.face();
    for (int i = 0; i < nobody.length; i++) {
      nobody[i] = 0.97f * nobody[i] + 0.25f * ada[i];
    }
    CheckReport report = people.add("ada/nobody", nobody, "").check();
    assertThat(report.misplaced().size() + report.disagreeing().size()).isEqualTo(1);
  }

  @Test
  void shouldNotKnowWhichOfTwoPhotosIsTheWrongOne() {
    float[] other = new float[PeopleInText.DIMENSION];
    for (int i = 0; i < other.length; i++) {
      other[i] = -ada[i] / 5 + bob[i];
    }
    // Two people in all: nobody else is near to either photo.
    float[] far = new float[PeopleInText.DIMENSION];
    for (int i = 0; i < far.length; i++) {
      far[i] = -ada[i] - bob[i];
    }
    CheckReport report =
        people.add("ada/1", ada, "").add("ada/2", other, "").add("eve/1", far, "").check();
    assertThat(report.disagreeing())
        .extracting(found -> found.photo().templateId())
        .containsExactly("ada/1", "ada/2");
    assertThat(report.disagreeing()).allMatch(found -> found.photos() == 2);
  }

  @Test
  void shouldFindOnePersonUnderThreeIds() {
    people.enrol("ada", ada, 3).andStrangers(5);
    people.add("countess/1", people.viewOf(ada, 0.99), "");
    people.add("aal/1", people.viewOf(ada, 0.99), "");
    CheckReport report = people.check();
    assertThat(report.samePeople()).hasSize(2);
    assertThat(report.samePeople())
        .flatExtracting(found -> List.of(found.first().personId(), found.second().personId()))
        .contains("ada", "countess", "aal");
    assertThat(report.misplaced()).isEmpty();
    assertThat(report.disagreeing()).isEmpty();
    assertThat(report.people()).isEqualTo(8);
    assertThat(report.spread().passing()).as("they are no strangers to each other").isZero();
  }

  @Test
  void shouldNameTheIdWithMorePhotosFirst() {
    people.enrol("zoe", ada, 3).andStrangers(3);
    CheckReport report = people.add("ada/1", people.viewOf(ada, 0.99), "").check();
    assertThat(report.samePeople())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.first().personId()).isEqualTo("zoe");
              assertThat(found.firstPhotos()).isEqualTo(3);
              assertThat(found.second().personId()).isEqualTo("ada");
              assertThat(found.secondPhotos()).isEqualTo(1);
            });
  }

  @Test
  void shouldFindTheSameFaceOfOnePhotoUnderTwoNamesAndPutTheLikelierFirst() {
    people.enrol("ada", ada, 2).enrol("bob", bob, 2).andStrangers(3);
    float[] photo = people.viewOf(bob, 0.9);
    CheckReport report =
        people.add("ada/shared", photo, "abc").add("bob/shared", photo.clone(), "abc").check();
    assertThat(report.samePhotos())
        .singleElement()
        .satisfies(
            found ->
                assertThat(found.enrolledAs())
                    .extracting(PhotoRef::templateId)
                    .containsExactly("bob/shared", "ada/shared"));
    assertThat(report.misplaced())
        .extracting(found -> found.photo().templateId())
        .containsExactly("ada/shared");
  }

  @Test
  void shouldNotMindAPhotoOfTwoPeopleThatIsEnrolledForBoth() {
    people.enrol("ada", ada, 2).enrol("bob", bob, 2);
    CheckReport report =
        people
            .add("ada/both", people.viewOf(ada, 0.9), "abc")
            .add("bob/both", people.viewOf(bob, 0.9), "abc")
            .add("ada/again", people.viewOf(ada, 0.9), "abc")
            .check();
    assertThat(report.samePhotos()).isEmpty();
    assertThat(report.clean()).isTrue();
  }

  @Test
  void shouldCheckAGalleryOfOnePersonOrOnePhoto() {
    assertThat(people.enrol("ada", ada, 1).check().impostors()).isEmpty();
    CheckReport report = people.enrol("ada2", ada, 0).add("ada/2", ada, "").check();
    assertThat(report.clean()).isTrue();
    assertThat(report.impostors()).isEmpty();
    assertThat(report.spread().photos()).isZero();
  }

  @Test
  void shouldAskForMoreTheMorePhotosThereAre() {
    CheckRules rules = PeopleInText.RULES;
    assertThat(rules.onePersonFrom(2)).isEqualTo(rules.pairSimilarity());
    assertThat(rules.onePersonFrom(15))
        .as("105 comparisons")
        .isCloseTo(rules.gallerySimilarity(), within(0.002));
    assertThat(rules.onePersonFrom(1_000_000)).isBetween(0.9, 0.95);
    assertThat(rules.onePersonFrom(1L << 40)).isLessThan(1);
  }
}
