package io.facestream.vision.measured;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which rule makes most of the several views of a visit? Of LFW a hundred people at random are
 * enrolled by their first photo; a visit is worn views of a person's other three photos.
 */
@EnabledIfSystemProperty(named = "facestream.measure", matches = "true")
class ViewsOfAVisitTest {
  private static final Logger LOG = LoggerFactory.getLogger(ViewsOfAVisitTest.class);
  private static final int GALLERY = 100;
  private static final int GALLERIES = 10;
  private static final int VIEWS_A_PHOTO = 2;
  private static final double FPIR = 0.01;

  @ParameterizedTest
  @ValueSource(strings = {"standard", "accurate"})
  void shouldFindNobodyMoreByAnyRuleThanByTheBestView(String pack) throws Exception {
    Map<TrackRule, OpenSet> results = search(WornPeople.of(pack, "faces/lfw"));
    results.forEach(
        (rule, result) ->
            LOG.info(
                "{}: {}: FNIR {} at FPIR 5 %, {} at 1 %, {} at 0.3 % ({} mates, {} strangers)",
                pack,
                rule,
                percent(result.fnirAt(0.05)),
                percent(result.fnirAt(FPIR)),
                percent(result.fnirAt(0.003)),
                result.mates(),
                result.strangers()));
    double best = results.get(TrackRule.BEST_VIEW).fnirAt(FPIR);
    assertThat(best).isLessThan(results.get(TrackRule.FIRST_VIEW).fnirAt(FPIR) / 2);
    for (OpenSet other : results.values()) {
      assertThat(best).isLessThan(other.fnirAt(FPIR) + 0.01);
    }
  }

  private static Map<TrackRule, OpenSet> search(List<WornPeople.Person> people) {
    Map<TrackRule, OpenSet> results = new EnumMap<>(TrackRule.class);
    Random random = new Random(5);
    List<WornPeople.Person> drawn = new ArrayList<>(people);
    for (int i = 0; i < GALLERIES; i++) {
      Collections.shuffle(drawn, random);
      List<float[]> gallery =
          drawn.subList(0, GALLERY).stream()
              .map(person -> person.photos().get(0).portrait().embedding())
              .toList();
      for (int person = 0; person < drawn.size(); person++) {
        List<View> visit = visitOf(drawn.get(person));
        if (!visit.isEmpty()) {
          search(visit, gallery, person, results);
        }
      }
    }
    return results;
  }

  private static void search(
      List<View> visit, List<float[]> gallery, int person, Map<TrackRule, OpenSet> results) {
    for (TrackRule rule : TrackRule.values()) {
      double[] scores =
          gallery.stream().mapToDouble(template -> rule.score(visit, template)).toArray();
      OpenSet result = results.computeIfAbsent(rule, r -> new OpenSet());
      if (person < gallery.size()) {
        result.mate(scores, person);
      } else {
        result.stranger(scores);
      }
    }
  }

  private static List<View> visitOf(WornPeople.Person person) {
    return person.photos().stream()
        .skip(1)
        .flatMap(photo -> photo.worn().stream().limit(VIEWS_A_PHOTO))
        .toList();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
