package io.facestream.quickstart.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.options.JobOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The demo takes what decides who is recognised as the job takes it, and hands it on. */
class DemoCommandTest {
  private final DemoCommand demo = new DemoCommand();
  private final CommandLine command =
      new CommandLine(demo).setCaseInsensitiveEnumValuesAllowed(true);

  @Test
  void shouldHandOnTheOptionsThatWereGiven() {
    command.parseArgs(
        "--pack=standard",
        "--models=somewhere",
        "--threshold",
        "0.5",
        "--camera-threshold=a=0.4,b=0.3",
        "--camera-threshold",
        "c=0.2",
        "--min-face-width=70",
        "--alert-expiry=2min",
        "--parallelism=2",
        "--camera=a=clip.mp4");
    assertThat(demo.jobOptions())
        .containsExactly(
            "--threshold=0.5",
            "--camera-threshold=a=0.4,b=0.3",
            "--camera-threshold=c=0.2",
            "--min-face-width=70",
            "--alert-expiry=2min");
    assertThat(JobOptions.parse(demo.jobOptions().toArray(String[]::new)).alertExpiry())
        .isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void shouldWriteThePortraitsOfTheDrawnPeopleAndPlayNothing(@TempDir Path folder)
      throws Exception {
    StringWriter out = new StringWriter();
    Path portraits = folder.resolve("new").resolve("people");
    command.setOut(new PrintWriter(out));
    assertThat(command.execute("--portraits", portraits.toString())).isZero();
    assertThat(out.toString()).startsWith("12 portraits are in " + portraits).hasLineCount(1);
    assertThat(portraits.resolve("Emil_Varga")).isDirectoryContaining("glob:**/1.jpg");
    try (Stream<Path> people = Files.list(portraits)) {
      assertThat(people).hasSize(4);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--gallery=people", "--video=clip.mp4", "--camera=a=scene:"})
  void shouldWriteNoPortraitsBesideAnInputOfOnesOwn(String option, @TempDir Path folder) {
    StringWriter err = new StringWriter();
    command.setErr(new PrintWriter(err));
    assertThat(command.execute("--portraits", folder.toString(), option)).isEqualTo(2);
    assertThat(err.toString()).startsWith("--portraits draws people and plays nothing");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void shouldHandOnNoDefaults() {
    command.parseArgs();
    assertThat(demo.jobOptions()).isEmpty();
  }

  @Test
  void shouldTakeEveryOptionThatDecidesWhoIsRecognised() {
    assertThat(command.getCommandSpec().optionsMap())
        .containsKeys("--detector-long-side", "--min-face-score", "--candidates", "--batch-wait")
        .containsKeys("--threshold", "--watchlist-threshold", "--margin", "--shown-candidates");
    assertThat(command.getCommandSpec().findOption("--pack").defaultValueString(true))
        .isEqualTo("builtin");
  }
}
