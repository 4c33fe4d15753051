package io.facestream.vision.measured;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which rule makes most of the several views of a visit? Of LFW a hundred people at random are
 * enrolled by their first photo; a visit is worn views of a person's other three photos. Of ORL
 * twenty of the forty are enrolled by their first photo; a visit is three of the other nine as they
 * are, which turn and tilt as people do, and nothing worn.
 */
@EnabledIfSystemProperty(named = "facestream.measure", matches = "true")
class ViewsOfAVisitTest {
  private static final Logger LOG = LoggerFactory.getLogger(ViewsOfAVisitTest.class);
  private static final int GALLERY = 100;
  private static final int GALLERIES = 10;
  private static final int VIEWS_A_PHOTO = 2;
  private static final int GALLERY_OF_ORL = 20;
  private static final int VIEWS_OF_ORL = 3;
  private static final double FPIR = 0.01;

  @ParameterizedTest
  @ValueSource(strings = {"standard", "accurate"})
  void shouldFindNobodyMoreByAnyRuleThanByTheBestView(String pack) throws Exception {
    Map<TrackRule, OpenSet> results =
        search(WornPeople.of(pack, "faces/lfw"), GALLERY, ViewsOfAVisitTest::visitOf);
    tell("LFW, " + pack, results);
    double best = results.get(TrackRule.BEST_VIEW).fnirAt(FPIR);
    assertThat(best).isLessThan(results.get(TrackRule.FIRST_VIEW).fnirAt(FPIR) / 2);
    for (OpenSet other : results.values()) {
      assertThat(best).isLessThan(other.fnirAt(FPIR) + 0.01);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"standard", "accurate"})
  void shouldFindMorePeopleOfOrlByTheBestViewThanByOne(String pack) throws Exception {
    Map<TrackRule, OpenSet> results =
        search(peopleOfOrl(pack), GALLERY_OF_ORL, ViewsOfAVisitTest::visitsOf);
    tell("ORL, " + pack, results);
    assertThat(results.get(TrackRule.BEST_VIEW).fnirAt(FPIR))
        .isLessThanOrEqualTo(results.get(TrackRule.FIRST_VIEW).fnirAt(FPIR));
  }

  private static void tell(String what, Map<TrackRule, OpenSet> results) {
    results.forEach(
        (rule, result) ->
            LOG.info(
                "{}: {}: FNIR {} at FPIR 5 %, {} ({} to {}) at 1 %, {} at 0.3 % ({} mates, {}"
                    + " strangers)",
                what,
                rule,
                percent(result.fnirAt(0.05)),
                percent(result.fnirAt(FPIR)),
                percent(result.intervalAt(FPIR).low()),
                percent(result.intervalAt(FPIR).high()),
                percent(result.fnirAt(0.003)),
                result.mates(),
                result.strangers()));
  }

  private static Map<TrackRule, OpenSet> search(
      List<WornPeople.Person> people,
      int galleryOf,
      Function<WornPeople.Person, List<List<View>>> visits) {
    Map<TrackRule, OpenSet> results = new EnumMap<>(TrackRule.class);
    Random random = new Random(5);
    List<Integer> drawn = new ArrayList<>(IntStream.range(0, people.size()).boxed().toList());
    for (int i = 0; i < GALLERIES; i++) {
      Collections.shuffle(drawn, random);
      List<float[]> gallery =
          drawn.subList(0, galleryOf).stream()
              .map(person -> people.get(person).photos().get(0).portrait().embedding())
              .toList();
      for (int place = 0; place < drawn.size(); place++) {
        String who = drawn.get(place).toString();
        for (List<View> visit : visits.apply(people.get(drawn.get(place)))) {
          search(visit, gallery, place, who, results);
        }
      }
    }
    return results;
  }

  private static void search(
      List<View> visit,
      List<float[]> gallery,
      int place,
      String who,
      Map<TrackRule, OpenSet> results) {
    for (TrackRule rule : TrackRule.values()) {
      double[] scores =
          gallery.stream().mapToDouble(template -> rule.score(visit, template)).toArray();
      OpenSet result = results.computeIfAbsent(rule, r -> new OpenSet());
      if (place < gallery.size()) {
        result.mate(scores, place, who);
      } else {
        result.stranger(scores);
      }
    }
  }

  /** One, if there is a view that is good enough. */
  private static List<List<View>> visitOf(WornPeople.Person person) {
    List<View> views =
        person.photos().stream()
            .skip(1)
            .flatMap(photo -> photo.worn().stream().limit(VIEWS_A_PHOTO))
            .toList();
    return views.isEmpty() ? List.of() : List.of(views);
  }

  /** Those whose first photo shows a face. */
  private static List<WornPeople.Person> peopleOfOrl(String pack) throws Exception {
    return WornPeople.of(pack, "faces/orl").stream()
        .filter(person -> person.photos().get(0).portrait() != null)
        .toList();
  }

  /** As many as the other photos are enough for. */
  private static List<List<View>> visitsOf(WornPeople.Person person) {
    List<List<View>> visits = new ArrayList<>();
    for (int i = 1; i + VIEWS_OF_ORL <= person.photos().size(); i += VIEWS_OF_ORL) {
      visits.add(
          person.photos().subList(i, i + VIEWS_OF_ORL).stream()
              .map(WornPeople.Photo::portrait)
              .filter(Objects::nonNull)
              .toList());
    }
    return visits.stream().filter(visit -> !visit.isEmpty()).toList();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
