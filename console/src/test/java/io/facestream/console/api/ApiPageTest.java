package io.facestream.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps docs/api.md equal to the code: codes of problems, and the tests that it names. */
class ApiPageTest {
  private static final Path PAGE = Path.of("..", "docs", "api.md");
  private static final Path MAIN = Path.of("src", "main", "java");
  private static final Path TESTS = Path.of("src", "test", "java");

  /** A problem where it is made: its status, which may be a value, and its code. */
  private static final Pattern MADE =
      Pattern.compile(
          "(?:new ProblemException|Problem\\.of|unauthorized)\\(\\s*([\\w.()]+),\\s*\"([a-z-]+)\"");

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (\\d..(?:, \\d..)*) \\| `([a-z-]+)` \\|");
  private static final Pattern NAMED = Pattern.compile("`(\\w+)\\.(should\\w+)`");

  @Test
  void shouldListEachCodeWithItsStatus() throws IOException {
    Map<String, Set<String>> made = new TreeMap<>();
    sources(MAIN).forEach(source -> collect(MADE.matcher(source), made));
    Map<String, Set<String>> listed = new TreeMap<>();
    collect(ROW.matcher(Files.readString(PAGE)), listed);

    assertThat(listed.keySet())
        .as("codes in the table of docs/api.md; add a row where one is made, and take out others")
        .isEqualTo(made.keySet());
    made.forEach(
        (code, statuses) ->
            assertThat(listed.get(code))
                .as("statuses of %s in docs/api.md", code)
                .containsAll(statuses.stream().filter(status -> status.matches("\\d+")).toList()));
  }

  private static void collect(Matcher found, Map<String, Set<String>> statuses) {
    while (found.find()) {
      // The helper of the guard is given the request, and answers 401.
      String status = found.group(1).equals("context") ? "401" : found.group(1);
      statuses
          .computeIfAbsent(found.group(2), code -> new TreeSet<>())
          .addAll(Set.of(status.split(", ")));
    }
  }

  @Test
  void shouldNameTestsThatThereAre() throws IOException {
    String tests = String.join("\n", sources(TESTS).toList());
    Matcher named = NAMED.matcher(Files.readString(PAGE));
    int count = 0;
    for (; named.find(); count++) {
      assertThat(tests).contains("class " + named.group(1), "void " + named.group(2) + "(");
    }
    assertThat(count).isGreaterThan(15);
  }

  private static Stream<String> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream()
          .map(ApiPageTest::read);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
