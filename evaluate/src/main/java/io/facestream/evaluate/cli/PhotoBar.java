package io.facestream.evaluate.cli;

import io.facestream.evaluate.EvaluationProgress;
import io.facestream.models.DownloadBars;
import io.facestream.models.TaskBar;
import io.facestream.vision.store.DownloadListener;
import picocli.CommandLine.Model.CommandSpec;

/** Shows an evaluation's progress at a terminal. */
final class PhotoBar implements EvaluationProgress, AutoCloseable {
  private final TaskBar bar;
  private final DownloadListener downloads;

  PhotoBar(CommandSpec command) {
    this.bar = TaskBar.open(command, "Photos");
    this.downloads = DownloadBars.of(command);
  }

  @Override
  public void planned(int photos) {
    bar.expect(photos);
  }

  @Override
  public void done(String photo) {
    bar.done(photo);
  }

  @Override
  public DownloadListener downloads() {
    return downloads;
  }

  @Override
  public void close() {
    bar.close();
  }
}
