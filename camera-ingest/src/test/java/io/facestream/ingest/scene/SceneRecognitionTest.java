package io.facestream.ingest.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import io.facestream.vision.Vision;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever appears for longer than a second is recognised, and nobody else ever is. */
@Tag("thorough")
class SceneRecognitionTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @ParameterizedTest
  @MethodSource("scenes")
  @Execution(CONCURRENT)
  void shouldRecogniseEveryAppearanceAndNobodyElse(String pack, String url) {
    requireModelsFor(pack);
    DrawnScene scene = new DrawnScene(SceneUrl.parse(url));
    try (Vision vision = Vision.open(pack, null)) {
      SceneAnalysis analysis = SceneAnalysis.of(scene, vision);
      System.out.println(pack + " " + url + ": " + analysis.summary());
      SoftAssertions softly = new SoftAssertions();
      softly.assertThat(analysis.wrongNames()).as("names given to others").isEmpty();
      for (Appearance appearance : scene.appearances()) {
        if (!appearance.stranger() && appearance.duration().compareTo(SECOND) > 0) {
          softly.assertThat(analysis.share(appearance)).as("share of %s", appearance).isPositive();
        }
      }
      softly.assertThat(analysis.share()).as("recognised of all recognisable").isGreaterThan(0.85);
      softly.assertAll();
    }
  }

  static Stream<String[]> scenes() {
    return Stream.of("builtin", "standard")
        .flatMap(
            pack ->
                Stream.of(
                        "scene:?seed=7&rate=3",
                        "scene:?seed=11&people=9&strangers=5&rate=3",
                        "scene:?seed=3&camera=1&cameras=2&people=12&strangers=4&crowd=4&rate=3")
                    .map(url -> new String[] {pack, url}));
  }

  @ParameterizedTest
  @ValueSource(strings = {"builtin", "standard"})
  @Execution(CONCURRENT)
  void shouldKeepEverybodyOfThePaletteApart(String pack) {
    requireModelsFor(pack);
    DrawnScene scene =
        new DrawnScene(SceneUrl.parse("scene:?strangers=0&people=" + Palette.size()));
    try (Vision vision = Vision.open(pack, null)) {
      Enrolment enrolment = Enrolment.of(scene, scene.people(), vision);
      double threshold = vision.pack().thresholds().gallerySimilarity();
      System.out.printf(
          Locale.ROOT,
          "%s portraits: same person ≥ %.3f, others ≤ %.3f, threshold %.2f%n",
          pack,
          enrolment.leastGenuine(),
          enrolment.mostImpostor(),
          threshold);
      assertThat(enrolment.leastGenuine()).isGreaterThan(threshold + 0.1);
      assertThat(enrolment.mostImpostor()).isLessThan(threshold - 0.05);
    }
  }

  private static void requireModelsFor(String pack) {
    assumeTrue(
        pack.equals("builtin") || System.getenv("FACESTREAM_MODELS") != null,
        "Set FACESTREAM_MODELS to a folder with the models of pack " + pack + " to run this");
  }
}
