package io.facestream.quickstart.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.options.JobOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
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
