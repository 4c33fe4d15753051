package io.facestream.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facestream.decision.Calibration;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.vision.testing.Portraits;
import io.facestream.vision.testing.TestFiles;
import io.facestream.vision.testing.Vectors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threshold keeps its promise: of strangers who are seen in several views, no larger share is
 * named than was allowed, in small galleries and in large ones. Strangers are the people of LFW who
 * are not enrolled (four photos each, taken on different days), those of ORL (ten pictures) and
 * three hundred more of LFW (one photo each); galleries are drawn at random, or leave out each
 * person in turn.
 */
@Tag("thorough")
class FalseAlertPromiseTest {
  private static final Logger LOG = LoggerFactory.getLogger(FalseAlertPromiseTest.class);
  private static final String PACK = "standard";

  private final Calibration calibration =
      new Calibration(ModelPacks.named(PACK).embedder().falseMatches());

  @ParameterizedTest
  @CsvSource({"10,20", "100,20", "299,300"})
  void shouldNameNoMoreStrangersThanAllowedAndFindThePeople(int templates, int trials)
      throws Exception {
    List<List<float[]>> people = viewsByPerson("faces/lfw");
    List<List<float[]>> others = new ArrayList<>(viewsByPerson("faces/orl"));
    others.addAll(viewsByPerson("faces/lfw_unknown").stream().map(v -> List.of(v.get(0))).toList());
    Random random = new Random(5);
    for (double share : new double[] {0.003, 0.01, 0.03}) {
      double cosine = calibration.cosineFor(share, templates).cosine();
      Tally tally = new Tally();
      for (int trial = 0; trial < trials; trial++) {
        List<List<float[]>> drawn = new ArrayList<>(people);
        if (trials == people.size()) {
          Collections.rotate(drawn, trial);
        } else {
          Collections.shuffle(drawn, random);
        }
        List<float[]> gallery = drawn.subList(0, templates).stream().map(v -> v.get(0)).toList();
        drawn
            .subList(templates, drawn.size())
            .forEach(views -> tally.stranger(views, gallery, cosine));
        if (trials < people.size() || trial == 0) {
          others.forEach(views -> tally.stranger(views, gallery, cosine));
          for (int i = 0; i < templates; i++) {
            tally.mate(drawn.get(i), gallery, i, cosine);
          }
        }
      }
      LOG.info(
          "{} of {} templates at {}: {} of {} strangers named, {} of {} people found in 3 views",
          share,
          templates,
          cosine,
          tally.strangersNamed,
          tally.strangers,
          tally.matesFound,
          tally.mates);
      assertThat(tally.strangersNamed)
          .as("%s of %d strangers, %d templates", share, tally.strangers, templates)
          .isLessThanOrEqualTo((int) Math.round(share * tally.strangers));
      assertThat((double) tally.matesFound / tally.mates).isGreaterThan(0.97);
    }
  }

  /** As many independent views as {@link Calibration#VIEWS_OF_A_VISIT} says. */
  @ParameterizedTest
  @ValueSource(strings = {"standard", "accurate"})
  void shouldCountTenViewsOfAStrangerAsSomeFiveIndependentOnes(String pack) throws Exception {
    List<float[]> gallery =
        viewsByPerson(pack, "faces/lfw").stream().map(views -> views.get(0)).toList();
    List<List<float[]>> strangers = viewsByPerson(pack, "faces/orl");
    double[] ofViews =
        strangers.stream()
            .flatMap(List::stream)
            .flatMapToDouble(
                view -> gallery.stream().mapToDouble(template -> Vectors.cosine(view, template)))
            .sorted()
            .toArray();
    int matches = Math.toIntExact(Math.round(1e-3 * ofViews.length));
    double cosine = ofViews[ofViews.length - matches];
    long visits =
        strangers.stream()
            .mapToLong(
                views ->
                    gallery.stream()
                        .filter(t -> views.stream().anyMatch(v -> Vectors.cosine(v, t) >= cosine))
                        .count())
            .sum();
    double independent = 1e3 * visits / (strangers.size() * gallery.size());
    LOG.info("{}: the best of ten views counts as {} independent ones", pack, independent);
    assertThat(independent).isCloseTo(Calibration.VIEWS_OF_A_VISIT, within(0.8));
  }

  private static List<List<float[]>> viewsByPerson(String folder) throws Exception {
    return viewsByPerson(PACK, folder);
  }

  private static List<List<float[]>> viewsByPerson(String pack, String folder) throws Exception {
    Map<String, List<float[]>> views = new TreeMap<>();
    new TreeMap<>(Portraits.embedAll(pack, TestFiles.data(folder)))
        .forEach(
            (photo, vector) ->
                views
                    .computeIfAbsent(photo.substring(0, photo.indexOf('/')), p -> new ArrayList<>())
                    .add(vector));
    return List.copyOf(views.values());
  }

  /** What became of visits so far. */
  private static final class Tally {
    private int strangers;
    private int strangersNamed;
    private int mates;
    private int matesFound;

    void stranger(List<float[]> views, Collection<float[]> gallery, double cosine) {
      strangers++;
      boolean named =
          views.stream()
              .anyMatch(view -> gallery.stream().anyMatch(t -> Vectors.cosine(view, t) >= cosine));
      strangersNamed += named ? 1 : 0;
    }

    /** The first view is the one enrolled. */
    void mate(List<float[]> views, List<float[]> gallery, int own, double cosine) {
      mates++;
      boolean found =
          views.subList(1, views.size()).stream()
              .anyMatch(
                  view -> nearest(view, gallery) == own && reaches(view, gallery.get(own), cosine));
      matesFound += found ? 1 : 0;
    }

    private static boolean reaches(float[] view, float[] template, double cosine) {
      return Vectors.cosine(view, template) >= cosine;
    }

    private static int nearest(float[] view, List<float[]> gallery) {
      int nearest = 0;
      for (int i = 1; i < gallery.size(); i++) {
        if (Vectors.cosine(view, gallery.get(i)) > Vectors.cosine(view, gallery.get(nearest))) {
          nearest = i;
        }
      }
      return nearest;
    }
  }
}
