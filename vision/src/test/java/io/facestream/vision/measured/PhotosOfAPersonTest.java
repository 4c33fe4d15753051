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
 * Which rule makes most of several photos of a person? Of LFW a hundred people at random are
 * enrolled by three photos; probes are worn views of their fourth, and of all photos of the others.
 */
@EnabledIfSystemProperty(named = "facestream.measure", matches = "true")
class PhotosOfAPersonTest {
  private static final Logger LOG = LoggerFactory.getLogger(PhotosOfAPersonTest.class);
  private static final int GALLERY = 100;
  private static final int GALLERIES = 8;
  private static final int PHOTOS = 3;
  private static final double FPIR = 0.01;

  @ParameterizedTest
  @ValueSource(strings = {"standard", "accurate"})
  void shouldFindHardlyAnybodyMoreByAnyRuleThanByTheBestPhoto(String pack) throws Exception {
    Map<PhotoFusion, OpenSet> results = search(WornPeople.of(pack, "faces/lfw"));
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
    double best = results.get(PhotoFusion.BEST).fnirAt(FPIR);
    assertThat(best).isLessThan(0.75 * results.get(PhotoFusion.ONE).fnirAt(FPIR));
    for (OpenSet other : results.values()) {
      assertThat(best).isLessThan(other.fnirAt(FPIR) + 0.015);
    }
  }

  private static Map<PhotoFusion, OpenSet> search(List<WornPeople.Person> people) {
    Map<PhotoFusion, OpenSet> results = new EnumMap<>(PhotoFusion.class);
    Random random = new Random(5);
    List<WornPeople.Person> drawn =
        new ArrayList<>(people.stream().filter(p -> p.photos().size() > PHOTOS).toList());
    for (int i = 0; i < GALLERIES; i++) {
      Collections.shuffle(drawn, random);
      List<List<View>> gallery =
          drawn.subList(0, GALLERY).stream()
              .map(person -> person.photos().subList(0, PHOTOS))
              .map(photos -> photos.stream().map(WornPeople.Photo::portrait).toList())
              .toList();
      for (int person = 0; person < drawn.size(); person++) {
        List<WornPeople.Photo> photos = drawn.get(person).photos();
        for (WornPeople.Photo photo : photos.subList(person < GALLERY ? PHOTOS : 0, PHOTOS + 1)) {
          for (View probe : photo.worn()) {
            search(probe, gallery, person, results);
          }
        }
      }
    }
    return results;
  }

  private static void search(
      View probe, List<List<View>> gallery, int person, Map<PhotoFusion, OpenSet> results) {
    for (PhotoFusion rule : PhotoFusion.values()) {
      double[] scores = gallery.stream().mapToDouble(p -> rule.score(probe, p)).toArray();
      OpenSet result = results.computeIfAbsent(rule, r -> new OpenSet());
      if (person < gallery.size()) {
        result.mate(scores, person);
      } else {
        result.stranger(scores);
      }
    }
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
