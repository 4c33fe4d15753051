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

  /** An option of the JVM and not of ours. */
  private static final String OF_JAVA = "--add-modules";

  @ParameterizedTest
  @ValueSource(strings = {"wire", "client", "vision", "matcher", "camera-ingest", "gallery-loader"})
  void shouldNameNoOptionOutsideOfCommands(String module) throws IOException {
    Path sources = Path.of("..", module, "src", "main", "java");
    try (Stream<Path> files = Files.walk(sources)) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".java"))
                  .filter(file -> !file.getParent().endsWith("cli"))
                  .flatMap(LibrariesNameNoOptionTest::lines))
          .isNotEmpty()
          .filteredOn(line -> OPTION.matcher(line).find() && !line.contains(OF_JAVA))
          .isEmpty();
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .map(line -> file.getFileName() + ": " + line.strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
