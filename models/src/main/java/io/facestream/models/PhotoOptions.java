package io.facestream.models;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which model pack looks at photos, and where its files lie; for commands that look at some. */
public final class PackOptions {
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

  /** The pack's name; there may be no such pack. */
  public String name() {
    return pack;
  }

  /** Where to look for model files first, or null. */
  public Path folder() {
    return models;
  }
}
