package io.facestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** NOTICE names the licence of every library and of every model. */
class NoticeITCase {
  private static final Path ROOT = Path.of("..");
  private static final Pattern MODEL = Pattern.compile("\"file\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern VERSION = Pattern.compile("-\\d.*");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cli/target/lib",
        "dist/job/target/flink-lib",
        "dist/flink/target/lib",
        "dist/kafka/target/lib"
      })
  void shouldNameEveryLibraryThatIsShipped(String folder) throws IOException {
    Set<String> named = names();
    assertThat(artifacts(ROOT.resolve(folder)))
        .isNotEmpty()
        .allMatch(
            artifact ->
                named.contains(artifact)
                    || named.stream().anyMatch(name -> isBeginningOf(artifact, name)));
  }

  @Test
  void shouldNameEveryModel() throws IOException {
    Path manifests = ROOT.resolve("vision/src/main/resources/io/facestream/vision/packs");
    try (Stream<Path> packs = Files.walk(manifests)) {
      String all =
          packs.filter(Files::isRegularFile).map(NoticeITCase::read).collect(Collectors.joining());
      assertThat(names())
          .containsAll(MODEL.matcher(all).results().map(found -> found.group(1)).toList());
    }
  }

  private static boolean isBeginningOf(String artifact, String name) {
    return name.endsWith("*") && artifact.startsWith(name.substring(0, name.length() - 1));
  }

  private static Set<String> artifacts(Path folder) throws IOException {
    try (Stream<Path> jars = Files.list(folder)) {
      return jars.map(jar -> jar.getFileName().toString())
          .filter(jar -> jar.endsWith(".jar") && !jar.startsWith("facestream-"))
          .map(jar -> VERSION.matcher(jar).replaceFirst(""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** Words of the indented lines. */
  private static Set<String> names() {
    return read(ROOT.resolve("NOTICE"))
        .lines()
        .filter(line -> line.startsWith("  "))
        .flatMap(line -> Stream.of(line.strip().split("[,\\s]+")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
