package io.facestream.cluster;

import static org.assertj.core.api.Assertions.assertThat;

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
}
