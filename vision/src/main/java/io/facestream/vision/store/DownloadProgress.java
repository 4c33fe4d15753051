package io.facestream.vision.store;

import io.facestream.vision.ModelFile;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** The bar one sees while a model file is downloaded. */
final class DownloadProgress {
  private static final int UPDATE_MILLIS = 250;
  private static final int WIDTH = 100;

  private DownloadProgress() {}

  static ProgressBar of(ModelFile model) {
    return new ProgressBarBuilder()
        .setTaskName(model.file())
        .setInitialMax(model.size())
        .setUnit(" MB", 1_000_000)
        .setUpdateIntervalMillis(UPDATE_MILLIS)
        .setMaxRenderedLength(WIDTH)
        .setStyle(ProgressBarStyle.ASCII)
        .build();
  }
}
