package io.facestream.models;

import io.facestream.options.OutputOptions;
import io.facestream.wire.Printable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Model.CommandSpec;

/** A progress bar on standard error; nothing when nobody sits at a terminal or wants to see it. */
public final class TaskBar implements AutoCloseable {
  private static final int UPDATE_MILLIS = 200;

  /** Of the name of a thing, characters. */
  private static final int MOST_SHOWN = 40;

  private final ProgressBar bar;

  private TaskBar(ProgressBar bar) {
    this.bar = bar;
  }

  /**
   * Shows a bar until it is closed.
   *
   * @param command whose output it is
   * @param task what is counted, such as {@code Photos}
   */
  public static TaskBar open(CommandSpec command, String task) {
    boolean shown = System.console() != null && !OutputOptions.of(command).quiet();
    return new TaskBar(
        shown
            ? new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(-1)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setStyle(ProgressBarStyle.ASCII)
                .build()
            : null);
  }

  /** So many things are there in all. */
  public void expect(long count) {
    if (bar != null) {
      bar.maxHint(count);
    }
  }

  /** So many are done with. */
  public void reached(long count) {
    if (bar != null) {
      bar.stepTo(count);
    }
  }

  /** One more is done with, of this name. */
  public void done(String name) {
    if (bar != null) {
      bar.step();
      bar.setExtraMessage(Printable.of(name, MOST_SHOWN));
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
