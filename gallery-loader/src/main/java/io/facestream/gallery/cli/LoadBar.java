package io.facestream.gallery.cli;

import io.facestream.gallery.LoadProgress;
import io.facestream.gallery.PhotoOutcome;
import io.facestream.models.DownloadBars;
import io.facestream.options.OutputOptions;
import io.facestream.vision.store.DownloadListener;
import io.facestream.wire.Printable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Model.CommandSpec;

/** A progress bar on standard error; nothing when nobody sits at a terminal or wants to see it. */
final class TerminalProgress implements LoadProgress, AutoCloseable {
  private static final int UPDATE_MILLIS = 200;

  /** Of the name of a photo, characters. */
  private static final int MOST_SHOWN = 40;

  private final ProgressBar bar;
  private final DownloadListener downloads;

  private TerminalProgress(ProgressBar bar, DownloadListener downloads) {
    this.bar = bar;
    this.downloads = downloads;
  }

  static TerminalProgress open(CommandSpec command, String task) {
    if (System.console() == null || OutputOptions.of(command).quiet()) {
      return new TerminalProgress(null, DownloadBars.of(command));
    }
    return new TerminalProgress(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(-1)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .setStyle(ProgressBarStyle.ASCII)
            .build(),
        DownloadBars.of(command));
  }

  @Override
  public void planned(int photos) {
    expect(photos);
  }

  @Override
  public void done(PhotoOutcome outcome) {
    if (bar != null) {
      bar.step();
      bar.setExtraMessage(Printable.of(outcome.photo(), MOST_SHOWN));
    }
  }

  @Override
  public DownloadListener downloads() {
    return downloads;
  }

  /** So many things are there in all. */
  void expect(long count) {
    if (bar != null) {
      bar.maxHint(count);
    }
  }

  /** So many are done with. */
  void reached(long count) {
    if (bar != null) {
      bar.stepTo(count);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
