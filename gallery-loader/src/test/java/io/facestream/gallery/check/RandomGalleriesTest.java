package io.facestream.gallery.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Small galleries full of mistakes, compared with brute force. */
class RandomGalleriesTest {
  private static final double ROUNDING = 1e-6;

  private final Map<String, CheckedTemplate> templates = new HashMap<>();
  private final Map<String, String> joined = new HashMap<>();

  @RepeatedTest(60)
  void shouldFindWhatBruteForceFinds(RepetitionInfo repetition) {
    CheckReport report = GalleryCheck.check(draw(repetition), PeopleInText.RULES, 2);
    for (SamePerson same : report.samePeople()) {
      assertThat(same.similarity()).isGreaterThanOrEqualTo(report.onePersonFrom());
      join(same.first().personId(), same.second().personId());
    }
    impostorsAreTheHighest(report);
    Set<String> misplaced =
        report.misplaced().stream()
            .map(found -> found.photo().templateId())
            .collect(Collectors.toSet());
    misplacedPhotosWereNearerToOthers(report);
    nobodyElseIsNearerToOthersWithoutThem(misplaced);
    disagreeingPhotosAreThoseFarFromTheirOwn(report, misplaced);
  }

  @Tag("thorough")
  @Test
  void shouldGetPastSomebodyWithHundredsOfPhotos() {
    PeopleInText people = new PeopleInText(3);
    float[] face = people.face();
    people.enrol("many", face, 400).andStrangers(200);
    people.templates().forEach(template -> templates.put(template.id(), template));
    CheckReport report = GalleryCheck.check(templates.values(), PeopleInText.RULES, 3);
    impostorsAreTheHighest(report);
    assertThat(report.misplaced()).isEmpty();
  }

  @Test
  void shouldSayTheSameHoweverTheGalleryIsDivided() {
    PeopleInText people = new PeopleInText(5);
    float[] face = people.face();
    people.enrol("ada", face, 3).andStrangers(1_200).add("stranger-9/x", face, "");
    List<CheckedTemplate> all = people.templates();
    CheckReport one = GalleryCheck.check(all, PeopleInText.RULES, 1);
    assertThat(GalleryCheck.check(people.templates(), PeopleInText.RULES, 3)).isEqualTo(one);
    assertThat(one.misplaced()).isNotEmpty();
  }

  private List<CheckedTemplate> draw(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    PeopleInText people = new PeopleInText(random.nextLong());
    float[][] faces = new float[2 + random.nextInt(8)][];
    for (int i = 0; i < faces.length; i++) {
      faces[i] = people.face();
    }
    int ids = 1 + random.nextInt(12);
    for (int person = 0; person < ids; person++) {
      float[] face = faces[person % faces.length];
      int photos = 1 + random.nextInt(6);
      for (int photo = 0; photo < photos; photo++) {
        float[] shown = random.nextInt(5) == 0 ? faces[random.nextInt(faces.length)] : face;
        double quality = 0.3 + 0.69 * random.nextDouble();
        people.add("p" + person + "/" + photo, people.viewOf(shown, quality), "");
      }
    }
    List<CheckedTemplate> all = people.templates();
    all.forEach(template -> templates.put(template.id(), template));
    return all;
  }

  private void impostorsAreTheHighest(CheckReport report) {
    Map<String, Double> best = new HashMap<>();
    for (CheckedTemplate one : templates.values()) {
      for (CheckedTemplate other : templates.values()) {
        if (!one.personId().equals(other.personId())) {
          best.merge(one.personId(), cosine(one, other), Math::max);
        }
      }
    }
    assertThat(report.impostors()).hasSize(best.size());
    double before = 1;
    for (Impostor impostor : report.impostors()) {
      assertThat(impostor.similarity())
          .isCloseTo(best.get(impostor.photo().personId()), within(ROUNDING))
          .isLessThanOrEqualTo(before);
      assertThat(cosine(impostor.photo().templateId(), impostor.impostor().templateId()))
          .isCloseTo(impostor.similarity(), within(ROUNDING));
      before = impostor.similarity();
    }
  }

  private void misplacedPhotosWereNearerToOthers(CheckReport report) {
    for (MisplacedPhoto found : report.misplaced()) {
      CheckedTemplate photo = templates.get(found.photo().templateId());
      assertThat(found.other()).isGreaterThan(found.own());
      assertThat(found.own()).isLessThanOrEqualTo(nearest(photo, true, Set.of()) + ROUNDING);
      assertThat(found.other()).isLessThanOrEqualTo(nearest(photo, false, Set.of()) + ROUNDING);
      assertThat(person(found.nearest().templateId())).isNotEqualTo(person(photo.id()));
    }
  }

  private void nobodyElseIsNearerToOthersWithoutThem(Set<String> misplaced) {
    for (CheckedTemplate photo : templates.values()) {
      double own = nearest(photo, true, misplaced);
      if (!misplaced.contains(photo.id()) && !Double.isNaN(own)) {
        double other = nearest(photo, false, misplaced);
        assertThat(Double.isNaN(other) || other <= own + 2 * ROUNDING).as(photo.id()).isTrue();
      }
    }
  }

  private void disagreeingPhotosAreThoseFarFromTheirOwn(CheckReport report, Set<String> misplaced) {
    Set<String> expected = new HashSet<>();
    for (CheckedTemplate photo : templates.values()) {
      if (!misplaced.contains(photo.id())
          && nearest(photo, true, Set.of()) < PeopleInText.RULES.pairSimilarity()
          && !Double.isNaN(nearest(photo, true, misplaced))) {
        expected.add(photo.id());
      }
    }
    assertThat(report.disagreeing())
        .extracting(found -> found.photo().templateId())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /** The best cosine to the photos of the same person, or of all others; NaN without any. */
  private double nearest(CheckedTemplate photo, boolean own, Set<String> leftOut) {
    return templates.values().stream()
        .filter(other -> !other.id().equals(photo.id()) && !leftOut.contains(other.id()))
        .filter(other -> person(other.id()).equals(person(photo.id())) == own)
        .mapToDouble(other -> cosine(photo, other))
        .max()
        .orElse(Double.NaN);
  }

  private void join(String first, String second) {
    String from = top(second);
    String to = top(first);
    if (!from.equals(to)) {
      joined.put(from, to);
    }
  }

  private String top(String person) {
    String top = person;
    while (joined.containsKey(top)) {
      top = joined.get(top);
    }
    return top;
  }

  private String person(String templateId) {
    return top(templates.get(templateId).personId());
  }

  private double cosine(String a, String b) {
    return cosine(templates.get(a), templates.get(b));
  }

  private static double cosine(CheckedTemplate a, CheckedTemplate b) {
    return PeopleInText.dot(a.embedding(), b.embedding())
        / Math.sqrt(
            PeopleInText.dot(a.embedding(), a.embedding())
                * PeopleInText.dot(b.embedding(), b.embedding()));
  }
}
