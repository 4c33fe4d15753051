package io.facestream.vision.measured;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.decision.Calibration;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.packs.ModelPacks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From which cosine are two strangers of a camera's day one? Each of the people comes twice, in any
 * order; a visit is worn views of half of the person's pictures, and its best view by quality is
 * compared with the best views of all who have been there.
 */
@EnabledIfSystemProperty(named = "facestream.measure", matches = "true")
class StrangersOfADayTest {
  private static final Logger LOG = LoggerFactory.getLogger(StrangersOfADayTest.class);
  private static final int DAYS = 50;
  private static final int VIEWS_A_PHOTO = 2;
  private static final double[] SHARES = {0.003, 0.01, 0.03, 0.1};

  @ParameterizedTest
  @CsvSource({
    "standard, faces/orl",
    "standard, faces/lfw",
    "accurate, faces/orl",
    "accurate, faces/lfw"
  })
  void shouldKnowStrangersAgain(String pack, String folder) throws Exception {
    List<List<View>> people = WornPeople.of(pack, folder).stream().map(this::visitsOf).toList();
    ModelPack models = ModelPacks.named(pack);
    Calibration calibration = new Calibration(models.embedder().falseMatches());
    for (double share : SHARES) {
      Days days = days(people, n -> calibration.cosineFor(share, n).cosine());
      LOG.info("{} {}: {} at a share of {}", pack, folder, days, share);
      assertThat(days.merged).isLessThan(days.visits);
    }
    double pair = models.thresholds().pairSimilarity();
    LOG.info("{} {}: {} at pairSimilarity {}", pack, folder, days(people, n -> pair), pair);
  }

  /** The best view of each of two visits; fewer where the gate has left none. */
  private List<View> visitsOf(WornPeople.Person person) {
    int half = person.photos().size() / 2;
    List<View> visits = new ArrayList<>();
    for (List<WornPeople.Photo> photos :
        List.of(
            person.photos().subList(0, half),
            person.photos().subList(half, person.photos().size()))) {
      photos.stream()
          .flatMap(photo -> photo.worn().stream().limit(VIEWS_A_PHOTO))
          .max(Comparator.comparingDouble(View::quality))
          .ifPresent(visits::add);
    }
    return visits;
  }

  private static Days days(List<List<View>> people, IntToDoubleFunction threshold) {
    Days all = new Days();
    Random random = new Random(11);
    for (int i = 0; i < DAYS; i++) {
      List<Integer> order = new ArrayList<>();
      for (int person = 0; person < people.size(); person++) {
        if (people.get(person).size() == 2) {
          order.add(person);
          order.add(person);
        }
      }
      Collections.shuffle(order, random);
      all.add(order, people, threshold);
    }
    return all;
  }

  /** What became of the visits of some days. */
  private static final class Days {
    private int visits;
    private int merged;
    private int returns;
    private int split;

    void add(List<Integer> order, List<List<View>> people, IntToDoubleFunction threshold) {
      List<Integer> whose = new ArrayList<>();
      List<View> kept = new ArrayList<>();
      for (int person : order) {
        boolean returning = whose.contains(person);
        View view = people.get(person).get(returning ? 1 : 0);
        int nearest = -1;
        double highest = kept.isEmpty() ? 0 : threshold.applyAsDouble(kept.size());
        for (int i = 0; i < kept.size(); i++) {
          double cosine = view.cosine(kept.get(i).embedding());
          if (cosine >= highest) {
            highest = cosine;
            nearest = i;
          }
        }
        visits++;
        returns += returning ? 1 : 0;
        if (nearest < 0) {
          split += returning ? 1 : 0;
          whose.add(person);
          kept.add(view);
        } else if (whose.get(nearest) != person) {
          merged++;
        } else if (view.quality() > kept.get(nearest).quality()) {
          kept.set(nearest, view);
        }
      }
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "of %d returns %.2f %% as somebody new, of %d visits %.2f %% taken for another",
          returns,
          100.0 * split / returns,
          visits,
          100.0 * merged / visits);
    }
  }
}
