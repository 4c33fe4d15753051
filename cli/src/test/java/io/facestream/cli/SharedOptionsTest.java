package io.facestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.cli.testing.SharedOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An option that several commands have is one option: same name, variable, default and words. */
class SharedOptionsTest {
  private static final Path PAGE = Path.of("../docs/topics.md");

  @Test
  void every_command_takes_them_from_one_place_with_the_variable_and_the_default() {
    assertThat(SharedOptions.assertDeclaredOnce(Facestream.commandLine()))
        .contains(
            "facestream ingest",
            "facestream gallery load",
            "facestream gallery erase",
            "facestream gallery list",
            "facestream topics create");
  }

  @Test
  void every_command_is_quiet_or_verbose_on_demand_and_says_so() {
    SharedOptions.assertQuietOrVerboseOnDemand(Facestream.commandLine());
  }

  static Stream<String> shared() {
    return SharedOptions.DEFAULTS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("shared")
  void the_docs_have_the_table(String option) throws IOException {
    String usual = SharedOptions.DEFAULTS.get(option);
    assertThat(Files.readString(PAGE))
        .contains(
            "| `"
                + option
                + "` | `"
                + SharedOptions.variable(option)
                + (usual.isEmpty() ? "` | |" : "` | `" + usual + "` |"));
  }
}
