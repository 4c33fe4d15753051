package io.facestream.models;

import io.facestream.options.OutputOptions;
import io.facestream.vision.packs.ModelFile;
import io.facestream.vision.store.DownloadListener;
import io.facestream.vision.store.LoggedDownloads;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Model.CommandSpec;

/** A bar for each download of a model file, at a terminal. */
public final class DownloadBars implements DownloadListener {
  private static final int UPDATE_MILLIS = 250;
  private static final int WIDTH = 100;

  private DownloadBars() {}

  /**
   * For a command: bars, or lines in the log when nobody sits at a terminal or wants to see them.
   */
  public static DownloadListener of(CommandSpec command) {
    return of(command, System.console() != null);
  }

  static DownloadListener of(CommandSpec command, boolean atTerminal) {
    return atTerminal && !OutputOptions.of(command).quiet()
        ? new DownloadBars()
        : new LoggedDownloads();
  }

  @Override
  public Download begun(ModelFile model) {
    return new Bar(model);
  }

  private static final class Bar implements Download {
    private final ProgressBar bar;

    Bar(ModelFile model) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(model.file())
              .setInitialMax(model.size())
              .setUnit(" kB", 1_000)
              .setMaxRenderedLength(WIDTH)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(UPDATE_MILLIS)
              .build();
    }

    @Override
    public void reached(long bytes) {
      bar.stepTo(bytes);
    }

    @Override
    public void close() {
      bar.close();
    }
  }
}
