package io.facestream.quickstart.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.ingest.camera.Camera;
import io.facestream.ingest.scene.Appearance;
import io.facestream.ingest.scene.DrawnScene;
import io.facestream.ingest.scene.SceneFace;
import io.facestream.ingest.scene.SceneUrl;
import io.facestream.ingest.scene.Stay;
import io.facestream.quickstart.demo.Stage.Performance;
import io.facestream.wire.Alert;
import io.facestream.wire.Sighting;
import io.facestream.wire.SightingKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo as it runs without arguments: whoever stays for a second is named, and nobody else. */
@Timeout(300)
@ExtendWith(Stage.Hands.class)
class DrawnSceneITCase {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(1);

  /** Nobody is out of the picture for so long while he is there, and all who come back were. */
  private static final Duration SILENCE = Duration.ofSeconds(8);

  @Test
  void shouldNameEverybodyWithTheBuiltinPack(Stage stage) throws Exception {
    shouldNameEverybody(stage, "builtin");
  }

  @Tag("thorough")
  @Test
  void shouldNameEverybodyWithTheStandardPack(Stage stage) throws Exception {
    TestData.needModels();
    shouldNameEverybody(stage, "standard");
  }

  @Tag("thorough")
  @Test
  void shouldJudgeByTheOptionsOfTheJob(Stage stage) throws Exception {
    try (DemoScene demo = new DemoScene(true)) {
      List<Camera> hall = List.of(Camera.of("hall", "scene:?duration=6s&rate=5"));
      List<String> options = List.of("--threshold=-1", "--alert-expiry=7s");
      Performance scene = stage.play(hall, demo.gallery(), "builtin", 1, options);

      assertThat(scene.alerts())
          .isNotEmpty()
          .allSatisfy(
              alert -> {
                assertThat(alert.match().threshold()).isEqualTo(-1);
                assertThat(alert.expiresAt()).isEqualTo(alert.frame().capturedAt().plusSeconds(7));
              });
    }
  }

  /** Those of the film, though it is read faster than it was made: some people come twice. */
  private static void requireVisits(Performance scene, DrawnScene truth) {
    Instant begin =
        scene.verdicts().stream()
            .map(verdict -> verdict.frame().capturedAt())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    List<Stay> stays = truth.stays(SILENCE);
    List<Stay> due = stays.stream().filter(s -> s.certain() && !s.stranger()).toList();
    assertThat(due).hasSizeGreaterThan(truth.people().size());
    assertThat(scene.visits())
        .extracting(visit -> stayOf(visit, begin, truth.options().rate(), stays))
        .doesNotContainNull()
        .doesNotHaveDuplicates()
        .containsAll(due);
  }

  /** The stay that a visit is within; null when there is none. */
  private static Stay stayOf(Sighting visit, Instant begin, double rate, List<Stay> stays) {
    double first = Duration.between(begin, visit.firstSeen()).toMillis() * rate / 1000;
    double last = Duration.between(begin, visit.lastSeen()).toMillis() * rate / 1000;
    return stays.stream()
        .filter(stay -> stay.person().equals(visit.person().personId()))
        .filter(stay -> stay.first() <= first && last <= stay.last())
        .findFirst()
        .orElse(null);
  }

  private static void shouldNameEverybody(Stage stage, String pack) throws Exception {
    try (DemoScene demo = new DemoScene(true)) {
      DrawnScene truth = new DrawnScene(SceneUrl.parse(demo.cameras().get(0).url()));
      List<String> options = List.of("--visit-silence=" + SILENCE.toSeconds() + "s");
      Performance scene = stage.play(demo.cameras(), demo.gallery(), pack, 2, options);

      assertThat(scene.verdicts()).hasSize((int) truth.frames());
      assertThat(truth.appearances())
          .filteredOn(visit -> !visit.stranger() && visit.duration().compareTo(LONG_ENOUGH) > 0)
          .isNotEmpty()
          .allSatisfy(visit -> assertThat(alertsDuring(visit, scene)).contains(visit.person()));
      assertThat(scene.alerts())
          .allSatisfy(
              alert -> assertThat(peopleAt(alert, truth)).contains(alert.match().personId()));
      assertThat(scene.visits())
          .as("all are over with the run")
          .allMatch(visit -> visit.kind() == SightingKind.CLOSE);
      requireVisits(scene, truth);
      // A visit that was thought to be over has more than one line at its end.
      assertThat(linesOf(scene)).hasSize(scene.visits().size());
    }
  }

  private static List<String> linesOf(Performance scene) {
    return scene.said().lines().filter(line -> line.matches(".* has come .*")).toList();
  }

  private static List<String> alertsDuring(Appearance visit, Performance scene) {
    return scene.alerts().stream()
        .filter(alert -> alert.frame().sequence() >= visit.first())
        .filter(alert -> alert.frame().sequence() <= visit.last())
        .map(alert -> alert.match().personId())
        .toList();
  }

  private static List<String> peopleAt(Alert alert, DrawnScene truth) {
    return truth.truth(alert.frame().sequence()).faces().stream()
        .filter(face -> !face.stranger())
        .map(SceneFace::person)
        .toList();
  }
}
