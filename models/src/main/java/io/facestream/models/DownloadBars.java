package io.facestream.models;

import io.facestream.vision.packs.ModelFile;
import io.facestream.vision.store.DownloadListener;
import io.facestream.vision.store.LoggedDownloads;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar for each download of a model file; lines in the log when nobody sits at a terminal. */
public final class DownloadBars implements DownloadListener {
  private static final int UPDATE_MILLIS = 250;
  private static final int WIDTH = 100;

  private final DownloadListener log = new LoggedDownloads();

  @Override
  public Download begun(ModelFile model) {
    return System.console() == null ? log.begun(model) : new Bar(model);
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
