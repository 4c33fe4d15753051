package io.facestream.vision.store;

import io.facestream.vision.ModelFile;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bar one sees while a model file is downloaded; a line now and then where nobody watches. */
final class DownloadProgress {
  private static final Logger LOG = LoggerFactory.getLogger(DownloadProgress.class);
  private static final int UPDATE_MILLIS = 250;
  private static final int LOG_MILLIS = 5_000;
  private static final int WIDTH = 100;

  private DownloadProgress() {}

  static ProgressBar of(ModelFile model) {
    ProgressBarBuilder bar =
        new ProgressBarBuilder()
            .setTaskName(model.file())
            .setInitialMax(model.size())
            .setUnit(" kB", 1_000)
            .setMaxRenderedLength(WIDTH)
            .setStyle(ProgressBarStyle.ASCII);
    if (System.console() == null) {
      bar.setUpdateIntervalMillis(LOG_MILLIS)
          .setConsumer(new DelegatingProgressBarConsumer(LOG::info, WIDTH));
    } else {
      bar.setUpdateIntervalMillis(UPDATE_MILLIS);
    }
    return bar.build();
  }
}
