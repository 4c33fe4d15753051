package io.facestream.vision.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real models and pictures, which are not in this repository; tests without them are skipped. */
public final class TestFiles {
  private TestFiles() {}

  /** The folder named by {@code FACESTREAM_MODELS}. */
  public static Path models() {
    return folder("FACESTREAM_MODELS", "a folder of model files");
  }

  /** A path within the folder named by {@code FACESTREAM_DATA}. */
  public static Path data(String path) {
    Path file = folder("FACESTREAM_DATA", "a folder with faces/ and videos/").resolve(path);
    assumeTrue(Files.exists(file), "Skipped: there is no " + file);
    return file;
  }

  private static Path folder(String variable, String what) {
    String value = System.getenv(variable);
    assumeTrue(
        value != null && Files.isDirectory(Path.of(value)),
        "Skipped: set " + variable + " to " + what + " to run this test");
    return Path.of(value);
  }
}
