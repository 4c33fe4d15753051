package io.facestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What measures the product does not lie in it, nor what it is measured against. */
class ProductLibrariesITCase {
  private static final Path ROOT = Path.of("..");

  @ParameterizedTest
  @ValueSource(strings = {"cli/target/lib", "dist/job/target/flink-lib"})
  void shouldShipNoBenchmarksAndNoTests(String folder) throws IOException {
    assertThat(jars(folder))
        .isNotEmpty()
        .noneMatch(jar -> jar.matches("(facestream-(bench|faults)|jmh|junit|assertj|archunit)-.*"))
        .noneMatch(jar -> jar.endsWith("-tests.jar"));
  }

  private static List<String> jars(String folder) throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
