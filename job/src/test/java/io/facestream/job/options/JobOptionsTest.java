package io.facestream.job.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.options.BadOptionsException;
import io.facestream.vision.packs.ModelPacks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobOptionsTest {
  @TempDir Path folder;

  @Test
  void shouldTakeThresholdsFromThePackUnlessTold() {
    double ofPack = ModelPacks.named("standard").thresholds().gallerySimilarity();
    assertThat(thresholdWith()).isEqualTo(ofPack);
    assertThat(thresholdWith("--threshold", "0.55")).isEqualTo(0.55);
  }

  @Test
  void shouldPreferArgumentsOverEnvironmentOverFileOverDefault() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("job.properties"), "alert-expiry=10s\nmargin=0.1\ncandidates=6");
    Map<String, String> environment =
        Map.of("FACESTREAM_ALERT_EXPIRY", "20s", "FACESTREAM_CANDIDATES", "7");
    JobOptions options =
        JobOptions.parse(environment, "--config", file.toString(), "--candidates", "9");
    assertThat(options.search().candidates()).isEqualTo(9);
    assertThat(options.alertExpiry()).isEqualTo(Duration.ofSeconds(20));
    assertThat(options.judgeRules(ModelPacks.named("standard")).margin()).isEqualTo(0.1);
    assertThat(options.bufferTimeout()).isEqualTo(Duration.ofMillis(5));
  }

  @Test
  void shouldReadThresholdsByWatchlistAndCamera() {
    var rules =
        JobOptions.parse(
                Map.of(),
                "--watchlist-threshold",
                "banned=0.4,guests=0.5",
                "--camera-threshold",
                "gate=0.45")
            .judgeRules(ModelPacks.named("standard"));
    assertThat(rules.watchlistThresholds()).containsEntry("guests", 0.5).hasSize(2);
    assertThat(rules.cameraThresholds()).containsEntry("gate", 0.45);
  }

  @Test
  void shouldNameTheOptionAndItsRange() {
    assertRefused("--threshold is 1.5; it must lie between -1 and 1", "--threshold", "1.5");
    assertRefused("--parallelism is 300; it must lie between 1 and 256", "--parallelism", "300");
    assertRefused("'soon' is not a duration", "--alert-expiry", "soon");
    assertRefused("There is no model pack 'nice'", "--pack", "nice");
    assertRefused("'a topic' is not a topic name", "--frames-topic", "a topic");
    assertRefused("Unknown options: '--treshold'", "--treshold", "0.4");
  }

  @Test
  void shouldRefuseAMisspeltOptionInTheFile() throws Exception {
    Path file = Files.writeString(folder.resolve("job.properties"), "treshold=0.4");
    assertRefused("unknown options: [treshold]", "--config", file.toString());
    assertRefused("Cannot read the options file", "--config", folder.resolve("none").toString());
  }

  private static double thresholdWith(String... args) {
    return JobOptions.parse(Map.of(), args).judgeRules(ModelPacks.named("standard")).threshold();
  }

  private static void assertRefused(String message, String... args) {
    assertThatThrownBy(() -> JobOptions.parse(Map.of(), args))
        .isInstanceOf(BadOptionsException.class)
        .hasMessageContaining(message);
  }
}
