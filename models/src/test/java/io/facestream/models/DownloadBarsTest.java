package io.facestream.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.options.OutputOptions;
import io.facestream.vision.store.DownloadListener;
import io.facestream.vision.store.LoggedDownloads;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

class DownloadBarsTest {

  @Test
  void shouldDrawBarsAtATerminal() {
    assertThat(listener(true, "models", "fetch")).isInstanceOf(DownloadBars.class);
  }

  @Test
  void shouldDrawNoBarsWhereNobodySits() {
    assertThat(listener(false, "models", "fetch")).isInstanceOf(LoggedDownloads.class);
  }

  @Test
  void shouldDrawNoBarsWhenQuiet() {
    assertThat(listener(true, "-q", "models", "fetch")).isInstanceOf(LoggedDownloads.class);
    assertThat(listener(true, "models", "fetch", "--quiet")).isInstanceOf(LoggedDownloads.class);
  }

  private static DownloadListener listener(boolean atTerminal, String... line) {
    CommandLine top = new CommandLine(new Top());
    top.parseArgs(line);
    CommandSpec fetch =
        top.getSubcommands().get("models").getSubcommands().get("fetch").getCommandSpec();
    return DownloadBars.of(fetch, atTerminal);
  }

  @Command(subcommands = ModelsCommand.class)
  private static final class Top {
    @Mixin private OutputOptions output;
  }
}
