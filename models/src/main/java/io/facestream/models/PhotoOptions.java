package io.facestream.models;

import io.facestream.options.BadOptionsException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which models look at photos, and at how many at a time; for commands that look at some. */
public final class PhotoOptions {
  private static final int MOST_UNASKED = 4;

  @Option(
      names = "--pack",
      paramLabel = "NAME",
      defaultValue = "${env:FACESTREAM_PACK:-standard}",
      description = "Model pack. Default: ${DEFAULT-VALUE}.")
  private String pack;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Folder to look for the models in first.")
  private Path models;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Photos looked at at the same time. Default: the cores, at most 4.")
  private Integer threads;

  /** The pack's name; there may be no such pack. */
  public String pack() {
    return pack;
  }

  /** Where to look for model files first, or null. */
  public Path models() {
    return models;
  }

  /**
   * Photos to look at at the same time, at least 1.
   *
   * @throws BadOptionsException when fewer were asked for
   */
  public int threads() {
    if (threads == null) {
      return Math.min(MOST_UNASKED, Runtime.getRuntime().availableProcessors());
    }
    if (threads < 1) {
      throw new BadOptionsException("--threads must be at least 1, not " + threads);
    }
    return threads;
  }
}
