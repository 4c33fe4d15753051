package io.facestream.job.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.decision.ThresholdPolicy;
import io.facestream.decision.ThresholdPolicy.FalseAlertShare;
import io.facestream.decision.ThresholdPolicy.Fixed;
import io.facestream.job.back.BackSettings;
import io.facestream.job.sightings.SightingSettings;
import io.facestream.job.unknown.UnknownSettings;
import io.facestream.options.BadOptionsException;
import io.facestream.vision.packs.AnalyserModel;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobOptionsTest {
  @TempDir Path folder;

  @Test
  void shouldTakeThresholdsFromThePackUnlessTold() {
    assertThat(thresholdWith()).isEqualTo(FalseAlertShare.USUAL);
    assertThat(thresholdWith("--false-alerts", "1 %")).isEqualTo(new FalseAlertShare(0.01));
    assertThat(thresholdWith("--false-alerts", "0.0005")).isEqualTo(new FalseAlertShare(0.0005));
    assertThat(thresholdWith("--threshold", "0.55")).isEqualTo(new Fixed(0.55));
  }

  @Test
  void shouldTakeAFixedThresholdOfAPackThatNobodyMeasured() {
    double ofPack = ModelPacks.named("builtin").thresholds().gallerySimilarity();
    assertThat(thresholdOf("builtin", "--pack", "builtin")).isEqualTo(new Fixed(ofPack));
    assertRefused(
        "nobody has measured how often the pack 'builtin' takes a stranger for somebody else;"
            + " give --threshold, or take another --pack",
        "--pack",
        "builtin",
        "--false-alerts",
        "1%");
  }

  @Test
  void shouldTellOfUnknownPeopleOnlyWhenAskedAndByNoMachinesZone() {
    ModelPack pack = ModelPacks.named("standard");
    assertThat(JobOptions.parse().unknown().on()).isFalse();
    assertThat(JobOptions.parse().judgeSettings(pack).followedWanted()).isFalse();
    JobOptions asked = JobOptions.parse("--unknown-after", "3s", "--visit-silence", "4s");
    assertThat(asked.judgeSettings(pack).followedWanted()).isTrue();
    assertThat(asked.unknown())
        .isEqualTo(new UnknownSettings(Duration.ofSeconds(3), ZoneOffset.UTC, asked.sightings()));
    assertThat(
            JobOptions.parse("--unknown-after", "3s", "--unknown-day-zone", "Europe/Berlin")
                .unknown()
                .dayZone())
        .isEqualTo(ZoneId.of("Europe/Berlin"));
    assertRefused(
        "--unknown-after needs faces that are followed: leave out --tracks off",
        "--unknown-after",
        "3s",
        "--tracks",
        "off");
    assertRefused(
        "'Moon' is no time zone; write for example UTC, Europe/Berlin or +05:30",
        "--unknown-after",
        "3s",
        "--unknown-day-zone",
        "Moon");
    assertRefused(
        "--unknown-after is 3 ms; it must lie between 500 ms and 10 min", "--unknown-after", "3");
    assertRefused(
        "--unknown-day-zone says nothing without --unknown-after: give both",
        "--unknown-day-zone",
        "UTC");
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
    assertThat(defaultOf(options, "standard").margin()).isEqualTo(0.1);
    assertThat(options.bufferTimeout()).isEqualTo(Duration.ofMillis(5));
  }

  @Test
  void shouldFollowFacesUnlessToldNotTo() {
    assertThat(JobOptions.parse().tracks()).isTrue();
    assertThat(JobOptions.parse("--tracks", "off").tracks()).isFalse();
    assertThat(JobOptions.parse("--tracks=ON").tracks()).isTrue();
    assertRefused("'maybe' is neither on nor off", "--tracks", "maybe");
  }

  @Test
  void shouldReadThresholdsByWatchlistAndCamera() {
    var ofOptions =
        JobOptions.parse(
                Map.of(),
                "--watchlist-threshold",
                "banned=0.4,guests=0.5",
                "--camera-threshold",
                "gate=0.45")
            .judgeSettings(ModelPacks.named("standard"))
            .policies()
            .ofOptions();
    assertThat(ofOptions)
        .containsEntry(PolicyKey.watchlist("guests"), Policy.ofThreshold(0.5))
        .containsEntry(PolicyKey.camera("gate"), Policy.ofThreshold(0.45))
        .hasSize(4);
  }

  @Test
  void shouldRunTheAnalysersThatAreNamedAndNoOther() {
    assertThat(JobOptions.parse(Map.of()).analysers().isEmpty()).isTrue();
    JobOptions told = JobOptions.parse(Map.of(), "--analysers", "emotion:3,age-gender");
    assertThat(told.analysers().models())
        .extracting(AnalyserModel::name)
        .containsExactly("emotion", "age-gender");
    assertThat(told.analysers().models()).extracting(told::subtasks).containsExactly(3, 1);
  }

  @Test
  void shouldRefuseAnalysersThatItCannotRun() {
    assertRefused("has no analyser 'mood': choose one of age-gender", "--analysers", "mood");
    assertRefused("is an empty slot: no model comes with it", "--analysers", "race");
    assertRefused("'emotion' is there twice", "--analysers", "emotion,emotion:2");
    assertRefused("'emotion:0' is no NAME or NAME:SUBTASKS", "--analysers", "emotion:0");
    assertRefused("There is no file /no/such", "--analyser-file", "/no/such");
  }

  @Test
  void shouldSayWhenAVisitIsOverAndWhatRaisesAnAlert() {
    JobOptions usual = JobOptions.parse(Map.of());
    assertThat(usual.sightings())
        .isEqualTo(new SightingSettings(Duration.ofSeconds(10), Duration.ofSeconds(5)));
    assertThat(usual.alertsOfSightings()).isFalse();
    JobOptions told =
        JobOptions.parse(
            Map.of("FACESTREAM_VISIT_UPDATES", "1s"),
            "--visit-silence",
            "1min",
            "--alerts",
            "sightings");
    assertThat(told.sightings())
        .isEqualTo(new SightingSettings(Duration.ofMinutes(1), Duration.ofSeconds(1)));
    assertThat(told.alertsOfSightings()).isTrue();
    assertRefused(
        "--visit-silence is 5 ms; it must lie between 100 ms and 1 d", "--visit-silence", "5ms");
  }

  @Test
  void shouldKeepNoFacesUnlessToldForHowLong() {
    JobOptions usual = JobOptions.parse(Map.of());
    assertThat(usual.searchBack()).isEmpty();
    assertThat(usual.judgeSettings(ModelPacks.named("standard")).unmatchedWanted()).isFalse();
    JobOptions told = JobOptions.parse(Map.of(), "--search-back", "24h");
    assertThat(told.searchBack()).contains(new BackSettings(Duration.ofDays(1), 1_000_000));
    assertThat(told.judgeSettings(ModelPacks.named("standard")).unmatchedWanted()).isTrue();
    assertRefused(
        "--search-back is 59 s; it must lie between 1 min and 90 d", "--search-back", "59s");
    assertRefused("--search-back is 100 d; it must lie between 1 min", "--search-back", "100d");
    assertRefused("--search-back-faces is 0; it must lie", "--search-back-faces", "0");
  }

  @Test
  void shouldNameTheOptionAndItsRange() {
    assertRefused("--threshold is 1.5; it must lie between -1 and 1", "--threshold", "1.5");
    assertRefused("'100%' is no share above 0% and below 100%", "--false-alerts", "100%");
    assertRefused(
        "--threshold and --false-alerts exclude each other",
        "--threshold",
        "0.4",
        "--false-alerts",
        "1%");
    assertRefused("--parallelism is 300; it must lie between 1 and 256", "--parallelism", "300");
    assertRefused(
        "Invalid value for option '--alert-expiry': 'soon' is not a duration",
        "--alert-expiry",
        "soon");
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

  private static ThresholdPolicy thresholdWith(String... args) {
    return thresholdOf("standard", args);
  }

  private static ThresholdPolicy thresholdOf(String pack, String... args) {
    return ThresholdPolicy.of(defaultOf(JobOptions.parse(Map.of(), args), pack));
  }

  private static Policy defaultOf(JobOptions options, String pack) {
    return options
        .judgeSettings(ModelPacks.named(pack))
        .policies()
        .ofOptions()
        .get(PolicyKey.DEFAULT);
  }

  private static void assertRefused(String message, String... args) {
    assertThatThrownBy(() -> JobOptions.parse(Map.of(), args))
        .isInstanceOf(BadOptionsException.class)
        .hasMessageContaining(message);
  }
}
