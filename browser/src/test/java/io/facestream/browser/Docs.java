package io.facestream.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What the documentation shows, to be tested as it stands there. */
final class Docs {
  private static final Path FOLDER = Path.of("").toAbsolutePath().resolveSibling("docs");

  private Docs() {}

  /** The blocks of code of a page, in a language. */
  static List<String> snippets(String page, String language) throws IOException {
    return Pattern.compile("```" + language + "\\R(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(FOLDER.resolve(page), UTF_8))
        .results()
        .map(block -> block.group(1))
        .toList();
  }
}
