package io.facestream.quickstart.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.quickstart.demo.Stage.Performance;
import io.facestream.wire.Alert;
import io.facestream.wire.FrameRef;
import io.facestream.wire.Sighting;
import io.facestream.wire.SightingKind;
import io.facestream.wire.Timings;
import io.facestream.wire.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real videos through a real broker and a real cluster, with the standard pack. */
@Tag("thorough")
@Timeout(300)
@ExtendWith(Stage.Hands.class)
class DemoITCase {
  private static final String PACK = "standard";
  private static final int STAGE_CLIP_FRAMES = 275;

  @BeforeEach
  void needModels() {
    TestData.needModels();
  }

  @Test
  void shouldRecogniseTheActorAndNobodyInTheAudienceWhateverTheParallelism(Stage stage)
      throws Exception {
    Performance clip = playStageClip(stage, 2);

    assertThat(sequencesOf(clip.verdicts()))
        .containsExactlyElementsOf(LongStream.range(0, STAGE_CLIP_FRAMES).boxed().toList());
    assertThat(alertsBetween(clip, 85, 209))
        .filteredOn(alert -> alert.match().name().equals("Lin-Manuel Miranda"))
        .hasSizeGreaterThanOrEqualTo(110);
    assertThat(alertsBetween(clip, 211, 274)).isEmpty();
    assertThat(clip.visits())
        .filteredOn(visit -> visit.best().frame().sequence() >= 85)
        .singleElement()
        .satisfies(
            visit -> {
              assertThat(visit.person().name()).isEqualTo("Lin-Manuel Miranda");
              assertThat(visit.kind()).isEqualTo(SightingKind.CLOSE);
              assertThat(visit.frames()).isGreaterThanOrEqualTo(110);
            });
    Instant crowd = capturedAt(clip, 211);
    assertThat(clip.visits()).allMatch(visit -> visit.lastSeen().isBefore(crowd));
    assertThat(clip.visits()).extracting(visit -> visit.person().name()).isSubsetOf(namesIn(clip));
    assertThat(comparable(playStageClip(stage, 4)))
        .as("the same whatever the parallelism")
        .isEqualTo(comparable(clip));
  }

  @ParameterizedTest
  @CsvSource({
    "face-demographics-walking-and-pause.mp4, cctv_gallery, woman",
    "face-demographics-walking.mp4, cctv_gallery, ''",
    "street_royal_opera_house_1080p.mp4, hamilton_gallery, ''",
    "head-pose-face-detection-female.mp4, cctv_gallery, woman",
    "head-pose-face-detection-male.mp4, cctv_gallery, man",
  })
  void shouldNameNobodyButWhoIsThere(String video, String gallery, String who, Stage stage)
      throws Exception {
    Performance clip = stage.play(TestData.video(video), TestData.gallery(gallery), PACK, 2);

    List<String> people = who.isEmpty() ? List.of() : List.of(who);
    assertThat(namesIn(clip)).isEqualTo(Set.copyOf(people));
    requireVisits(clip, people);
  }

  @Test
  void shouldTellTwoPeopleApartInOnePicture(Stage stage) throws Exception {
    Performance clip =
        stage.play(
            TestData.video("head-pose-face-detection-female-and-male.mp4"),
            TestData.gallery("cctv_gallery"),
            PACK,
            2);

    // She sits on the left; strong tilts may hide either, but never make one the other.
    assertThat(clip.verdicts())
        .flatExtracting(Verdict::faces)
        .filteredOn(face -> face.match() != null)
        .isNotEmpty()
        .allSatisfy(
            face ->
                assertThat(face.match().personId())
                    .isEqualTo(face.box().x() + face.box().width() / 2 < 0.5 ? "woman" : "man"));
    requireVisits(clip, List.of("woman", "man"));
  }

  /** One visit of each, which is over with the clip, and which every frame with a match is in. */
  private static void requireVisits(Performance clip, List<String> people) {
    assertThat(clip.visits())
        .allMatch(visit -> visit.kind() == SightingKind.CLOSE)
        .extracting(visit -> visit.person().name())
        .containsExactlyInAnyOrderElementsOf(people);
    for (Sighting visit : clip.visits()) {
      List<Instant> seen =
          clip.verdicts().stream()
              .filter(verdict -> names(verdict).contains(visit.person().name()))
              .map(verdict -> verdict.frame().capturedAt())
              .sorted()
              .toList();
      assertThat(visit.firstSeen()).isEqualTo(seen.get(0));
      assertThat(visit.lastSeen()).isEqualTo(seen.get(seen.size() - 1));
      assertThat(visit.frames()).isEqualTo(seen.size());
    }
  }

  private static Set<String> names(Verdict verdict) {
    return verdict.faces().stream()
        .filter(face -> face.match() != null)
        .map(face -> face.match().name())
        .collect(Collectors.toSet());
  }

  private static Performance playStageClip(Stage stage, int parallelism) throws Exception {
    Path video = TestData.video("short_hamilton_clip.mp4");
    return stage.play(video, TestData.gallery("hamilton_gallery"), PACK, parallelism);
  }

  private static List<Long> sequencesOf(List<Verdict> verdicts) {
    return verdicts.stream().map(verdict -> verdict.frame().sequence()).sorted().toList();
  }

  private static Instant capturedAt(Performance clip, long sequence) {
    return clip.verdicts().stream()
        .map(Verdict::frame)
        .filter(frame -> frame.sequence() == sequence)
        .findFirst()
        .orElseThrow()
        .capturedAt();
  }

  private static List<Alert> alertsBetween(Performance clip, long first, long last) {
    return clip.alerts().stream()
        .filter(alert -> alert.frame().sequence() >= first && alert.frame().sequence() <= last)
        .toList();
  }

  private static Set<String> namesIn(Performance clip) {
    return clip.alerts().stream().map(alert -> alert.match().name()).collect(Collectors.toSet());
  }

  /** The verdicts in order, without what the clock put into them. */
  private static List<Verdict> comparable(Performance clip) {
    return clip.verdicts().stream()
        .sorted(Comparator.comparing(verdict -> verdict.frame().sequence()))
        .map(DemoITCase::withoutClock)
        .toList();
  }

  private static Verdict withoutClock(Verdict verdict) {
    FrameRef frame = verdict.frame();
    return new Verdict(
        verdict.schema(),
        verdict.verdictId(),
        verdict.cameraId(),
        new FrameRef(
            frame.partition(),
            frame.offset(),
            frame.sequence(),
            Instant.EPOCH,
            frame.width(),
            frame.height(),
            frame.request()),
        verdict.outcome(),
        verdict.faces(),
        verdict.unrecorded(),
        verdict.models(),
        verdict.gallery(),
        new Timings(0, 0, 0, 0),
        null);
  }
}
