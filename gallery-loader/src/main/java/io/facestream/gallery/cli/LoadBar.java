package io.facestream.gallery.cli;

import io.facestream.gallery.LoadProgress;
import io.facestream.gallery.PhotoOutcome;
import io.facestream.models.DownloadBars;
import io.facestream.models.TaskBar;
import io.facestream.vision.store.DownloadListener;
import picocli.CommandLine.Model.CommandSpec;

/** Shows a load's progress at a terminal. */
final class LoadBar implements LoadProgress, AutoCloseable {
  private final TaskBar bar;
  private final DownloadListener downloads;

  LoadBar(CommandSpec command) {
    this.bar = TaskBar.open(command, "Photos");
    this.downloads = DownloadBars.of(command);
  }

  @Override
  public void planned(int photos) {
    bar.expect(photos);
  }

  @Override
  public void done(PhotoOutcome outcome) {
    bar.done(outcome.photo());
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
