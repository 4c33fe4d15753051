package io.facestream.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.cli.testing.LinkedCheckout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/facestream bench} as a process: it finds the benchmarks beside the command. */
@Timeout(180)
class BenchLauncherITCase {
  @TempDir private Path folder;

  @Test
  void shouldFindTheBenchmarksAndSayWhatIsWrong() throws Exception {
    LinkedCheckout checkout = LinkedCheckout.in(folder, "cli", "bench");
    assertThat(checkout.start("bench", "match", "--n", "0").waitFor()).isEqualTo(2);
    assertThat(checkout.err()).contains("--n").doesNotContain("WARNING");
  }

  @Tag("thorough")
  @Test
  void shouldMeasureBesideAPeer() throws Exception {
    LinkedCheckout checkout = LinkedCheckout.in(folder, "cli", "bench");
    assertThat(checkout.outputOf("bench", "match", "--n", "2000", "--dim", "64", "--rounds", "1"))
        .contains("openblas");
  }

  @Test
  void shouldListTheBenchmarksOfJmh() throws Exception {
    LinkedCheckout checkout = LinkedCheckout.in(folder, "cli", "bench");
    assertThat(checkout.outputOf("bench", "jmh", "-l")).contains("JpegBenchmark", "SliceBenchmark");
  }

  @Test
  void shouldBringOnlyWhatTheCommandHasNot() throws IOException {
    assertThat(jars("lib")).isNotEmpty().doesNotContainAnyElementsOf(jars("../../cli/target/lib"));
  }

  private static List<String> jars(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target").resolve(folder))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
