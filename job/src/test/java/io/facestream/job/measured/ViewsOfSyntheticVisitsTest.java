package io.facestream.job.measured;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.synthetic.FilmedRoom;
import io.facestream.job.synthetic.FilmedRoom.Visitor;
import io.facestream.job.synthetic.Portraits;
import io.facestream.vision.Vision;
import io.facestream.vision.face.FaceEmbedder;
import io.facestream.vision.finder.FaceFinder;
import io.facestream.vision.finder.FinderOptions;
import io.facestream.vision.finder.FoundFace;
import io.facestream.vision.measured.OpenSet;
import io.facestream.vision.measured.TrackRule;
import io.facestream.vision.measured.View;
import io.facestream.vision.quality.QualityThresholds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Do several views of a visit find more people than one, of people in motion? Everybody of LFW
 * walks past three cameras, with another photo at each; a hundred at random are enrolled by the
 * fourth. The views are those that the job embeds.
 */
@EnabledIfSystemProperty(named = "facestream.measure", matches = "true")
class ViewsOfSyntheticVisitsTest {
  private static final int CAMERAS = 3;
  private static final int GALLERY = 100;
  private static final int GALLERIES = 10;
  private static final double FPIR = 0.01;

  @ParameterizedTest
  @ValueSource(strings = {"standard", "accurate"})
  void shouldFindMorePeopleInMotionBySeveralViewsThanByOne(String pack) throws Exception {
    Map<String, List<Path>> people = Portraits.lfw();
    String models = Portraits.models().toString();
    List<FilmedVisits> cameras = new ArrayList<>();
    for (int camera = 0; camera < CAMERAS; camera++) {
      try (FilmedRoom room = new FilmedRoom(camera + 1, visitors(people, camera))) {
        cameras.add(FilmedVisits.to(room, pack, models));
      }
    }
    Map<TrackRule, OpenSet> results = search(portraits(people, pack), cameras);
    tell(pack, people.size(), cameras, results);
    double one = results.get(TrackRule.FIRST_VIEW).fnirAt(FPIR);
    double best = results.get(TrackRule.BEST_VIEW).fnirAt(FPIR);
    assertThat(best).isLessThan(one);
    for (OpenSet other : results.values()) {
      assertThat(best).isLessThan(other.fnirAt(FPIR) + 0.02);
    }
  }

  /** Everybody, in another order and with another photo at each camera. */
  private static List<Visitor> visitors(Map<String, List<Path>> people, int camera) {
    List<Visitor> visitors = new ArrayList<>();
    people.forEach((person, photos) -> visitors.add(new Visitor(person, photos.get(camera + 1))));
    Collections.shuffle(visitors, new Random(camera));
    return visitors;
  }

  private static Map<String, float[]> portraits(Map<String, List<Path>> people, String pack)
      throws Exception {
    Map<String, float[]> portraits = new TreeMap<>();
    try (Vision vision = Vision.open(pack, Portraits.models());
        FaceFinder finder =
            vision.newFinder(
                FinderOptions.forVideo(vision.pack()).withQuality(QualityThresholds.none()));
        FaceEmbedder embedder = vision.newEmbedder()) {
      for (Map.Entry<String, List<Path>> person : people.entrySet()) {
        FoundFace face =
            finder.find(Files.readAllBytes(person.getValue().get(0))).faces().stream()
                .min(Comparator.comparingDouble(ViewsOfSyntheticVisitsTest::offCentre))
                .orElseThrow();
        portraits.put(person.getKey(), embedder.embed(List.of(face.crop()))[0]);
      }
    }
    return portraits;
  }

  /** Bystanders may be larger, but not nearer to the middle. */
  private static double offCentre(FoundFace face) {
    var box = face.face().box();
    return Math.hypot(box.x() + box.width() / 2 - 125, box.y() + box.height() / 2 - 125);
  }

  private static Map<TrackRule, OpenSet> search(
      Map<String, float[]> portraits, List<FilmedVisits> cameras) {
    Map<TrackRule, OpenSet> results = new EnumMap<>(TrackRule.class);
    Random random = new Random(5);
    List<String> drawn = new ArrayList<>(portraits.keySet());
    for (int i = 0; i < GALLERIES; i++) {
      Collections.shuffle(drawn, random);
      List<float[]> gallery = drawn.subList(0, GALLERY).stream().map(portraits::get).toList();
      for (FilmedVisits visits : cameras) {
        visits
            .views()
            .forEach(
                (person, views) -> search(views, gallery, drawn.indexOf(person), person, results));
      }
    }
    return results;
  }

  private static void search(
      List<View> visit,
      List<float[]> gallery,
      int place,
      String person,
      Map<TrackRule, OpenSet> results) {
    for (TrackRule rule : TrackRule.values()) {
      double[] scores =
          gallery.stream().mapToDouble(template -> rule.score(visit, template)).toArray();
      OpenSet result = results.computeIfAbsent(rule, r -> new OpenSet());
      if (place < gallery.size()) {
        result.mate(scores, place, person);
      } else {
        result.stranger(scores);
      }
    }
  }

  private static void tell(
      String pack, int people, List<FilmedVisits> cameras, Map<TrackRule, OpenSet> results) {
    long usable = cameras.stream().mapToLong(FilmedVisits::usable).sum();
    long embedded = cameras.stream().mapToLong(FilmedVisits::embedded).sum();
    System.out.printf(
        Locale.ROOT,
        "%s: %d visits, %d of them with a view that can be embedded; %d tracks; %d of %d usable"
            + " faces embedded: %s%n",
        pack,
        people * CAMERAS,
        cameras.stream().mapToInt(visits -> visits.views().size()).sum(),
        cameras.stream().mapToLong(FilmedVisits::tracks).sum(),
        embedded,
        usable,
        percent((double) embedded / usable));
    results.forEach(
        (rule, result) ->
            System.out.printf(
                Locale.ROOT,
                "%s: %s: FNIR %s at FPIR 5 %%, %s (%s to %s) at 1 %%, %s at 0.3 %% (%d mates, %d"
                    + " strangers)%n",
                pack,
                rule,
                percent(result.fnirAt(0.05)),
                percent(result.fnirAt(FPIR)),
                percent(result.intervalAt(FPIR).low()),
                percent(result.intervalAt(FPIR).high()),
                percent(result.fnirAt(0.003)),
                result.mates(),
                result.strangers()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
