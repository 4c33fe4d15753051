package io.facestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who calls a library from a program has no options; the commands name theirs. */
class LibrariesNameNoOptionTest {
  private static final Pattern OPTION = Pattern.compile("\"[^\"]*--[a-z][^\"]*\"");

  /** Options of the JVM, and arguments for Kafka, ZooKeeper, Flink and the job as processes. */
  private static final Pattern OF_OTHERS =
      Pattern.compile(
          "--sun-misc-unsafe-memory-access|\"--(ignore-formatted|cluster-id|config|zkConfigFile|peerId|configDir"
              + "|executionMode|bootstrap-servers)\"");

  private static final Pattern COMMAND = Pattern.compile("\"[^\"]*facestream cluster [^\"]*\"");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wire",
        "client",
        "embedded",
        "vision",
        "matcher",
        "photos",
        "camera-ingest",
        "gallery-loader",
        "evaluate",
        "explain",
        "console",
        "cluster"
      })
  void shouldNameNoOptionOutsideOfCommands(String module) throws IOException {
    Path sources = Path.of("..", module, "src", "main", "java");
    try (Stream<Path> files = Files.walk(sources)) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".java"))
                  .filter(file -> !file.getParent().endsWith("cli"))
                  .flatMap(LibrariesNameNoOptionTest::lines))
          .isNotEmpty()
          .filteredOn(LibrariesNameNoOptionTest::namesACommandOrItsOption)
          .isEmpty();
    }
  }

  private static boolean namesACommandOrItsOption(String line) {
    return COMMAND.matcher(line).find()
        || OPTION.matcher(OF_OTHERS.matcher(line).replaceAll("")).find();
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> !line.strip().startsWith("*"))
          .map(line -> file.getFileName() + ": " + line.strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
