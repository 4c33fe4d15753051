package io.facestream.cluster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.cluster.FurtherStep;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FurtherCommandTest {
  @Test
  void shouldNameTheFolderOnlyWhenItIsNotTheUsualOne() {
    assertThat(FurtherCommand.line(FurtherCommand.usualFolder(), "down"))
        .isEqualTo("facestream cluster down");
    assertThat(FurtherCommand.line(Path.of("/srv/faces"), "start tm-3"))
        .isEqualTo("facestream cluster start tm-3 --dir /srv/faces");
  }

  @Test
  void shouldQuoteWhatAShellWouldTakeApart() {
    assertThat(FurtherCommand.line(Path.of("/srv/my $faces"), "down"))
        .isEqualTo("facestream cluster down --dir \"/srv/my \\$faces\"");
  }

  @Test
  void shouldNameTheCommandForEachStep() {
    Path folder = FurtherCommand.usualFolder();
    assertThat(FurtherStep.Kind.values())
        .extracting(kind -> FurtherCommand.line(new FurtherStep(kind, folder, "x")))
        .containsExactly(
            "facestream cluster up",
            "facestream cluster down",
            "facestream cluster status",
            "facestream cluster start x",
            "facestream cluster submit",
            "facestream cluster submit --from-savepoint PATH",
            "facestream cluster cancel --job x");
  }
}
