package io.facestream.job.synthetic;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Portraits of people, which are not in this repository; tests without them are skipped. */
public final class Portraits {
  private Portraits() {}

  /** The folder of model files that {@code FACESTREAM_MODELS} names. */
  public static Path models() {
    return folder("FACESTREAM_MODELS");
  }

  /** The photos of each person of LFW, in the order of their names. */
  public static Map<String, List<Path>> lfw() throws IOException {
    Path folder = folder("FACESTREAM_DATA").resolve("faces/lfw");
    assumeTrue(Files.isDirectory(folder), "Skipped: there is no " + folder);
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jpg"))
          .sorted()
          .collect(
              Collectors.groupingBy(
                  file -> file.getParent().getFileName().toString(),
                  TreeMap::new,
                  Collectors.toList()));
    }
  }

  private static Path folder(String variable) {
    String value = System.getenv(variable);
    assumeTrue(
        value != null && Files.isDirectory(Path.of(value)),
        "Skipped: set " + variable + " to run this test");
    return Path.of(value);
  }
}
