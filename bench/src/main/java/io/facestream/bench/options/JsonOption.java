package io.facestream.bench.options;

import io.facestream.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The figures in a file, for other programs. */
public final class JsonOption {
  @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to FILE.")
  private Path file;

  /** Writes them where the user wants them; does nothing when he does not. */
  public void write(Object figures) throws IOException {
    if (file != null) {
      Files.write(file, Json.toBytes(figures));
    }
  }
}
