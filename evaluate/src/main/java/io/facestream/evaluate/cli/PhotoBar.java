package io.facestream.evaluate.cli;

import io.facestream.evaluate.EvaluationProgress;
import io.facestream.models.DownloadBars;
import io.facestream.options.OutputOptions;
import io.facestream.vision.store.DownloadListener;
import io.facestream.wire.Printable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Model.CommandSpec;

/** A progress bar on standard error; nothing when nobody sits at a terminal or wants to see it. */
final class PhotoBar implements EvaluationProgress, AutoCloseable {
  private static final int UPDATE_MILLIS = 200;

  /** Of the name of a photo, characters. */
  private static final int MOST_SHOWN = 40;

  private final ProgressBar bar;
  private final DownloadListener downloads;

  private PhotoBar(ProgressBar bar, DownloadListener downloads) {
    this.bar = bar;
    this.downloads = downloads;
  }

  static PhotoBar open(CommandSpec command) {
    boolean shown = System.console() != null && !OutputOptions.of(command).quiet();
    return new PhotoBar(
        !shown
            ? null
            : new ProgressBarBuilder()
                .setTaskName("Photos")
                .setInitialMax(-1)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setStyle(ProgressBarStyle.ASCII)
                .build(),
        DownloadBars.of(command));
  }

  @Override
  public void planned(int photos) {
    if (bar != null) {
      bar.maxHint(photos);
    }
  }

  @Override
  public void done(String photo) {
    if (bar != null) {
      bar.step();
      bar.setExtraMessage(Printable.of(photo, MOST_SHOWN));
    }
  }

  @Override
  public DownloadListener downloads() {
    return downloads;
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
