package io.facestream.quickstart.demo;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real models, faces and videos; tests that need them are skipped where there are none. */
final class TestData {
  private TestData() {}

  /** Skips the test unless the files of the packs are at hand. */
  static void needModels() {
    assumeTrue(
        isSet("FACESTREAM_MODELS"), "needs the models: set FACESTREAM_MODELS to their folder");
  }

  static Path video(String name) {
    return find("videos/" + name);
  }

  /** A folder of photos, {@code DIR/<person>/<photo>}. */
  static Path gallery(String name) {
    return find("faces/" + name);
  }

  private static Path find(String relative) {
    assumeTrue(
        isSet("FACESTREAM_DATA"), "needs faces/ and videos/: set FACESTREAM_DATA to their folder");
    Path path = Path.of(System.getenv("FACESTREAM_DATA"), relative);
    assumeTrue(Files.exists(path), "needs " + path);
    return path;
  }

  private static boolean isSet(String variable) {
    return System.getenv(variable) != null && !System.getenv(variable).isBlank();
  }
}
