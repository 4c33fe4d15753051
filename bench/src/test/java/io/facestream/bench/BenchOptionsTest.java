package io.facestream.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.cli.Facestream;
import io.facestream.cli.testing.SharedOptions;
import org.junit.jupiter.api.Test;

/** The benchmarks are commands like all others, once they are on the class path. */
class BenchOptionsTest {

  @Test
  void shouldBeFoundByTheCommand() {
    assertThat(Facestream.commandLine().getUsageMessage()).contains("bench");
    assertThat(Facestream.commandLine().getSubcommands().get("bench").getSubcommands())
        .containsOnlyKeys(
            "pipeline", "faces", "latency", "gallery", "api", "check", "match", "jmh");
  }

  @Test
  void shouldTakeSharedOptionsFromTheOnePlace() {
    SharedOptions.assertDeclaredOnce(Facestream.commandLine());
  }

  @Test
  void shouldBeQuietOrVerboseOnDemand() {
    SharedOptions.assertQuietOrVerboseOnDemand(Facestream.commandLine());
  }
}
