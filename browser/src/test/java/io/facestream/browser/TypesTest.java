package io.facestream.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The types that our scripts have in their comments, as TypeScript's compiler reads them. */
@EnabledIf(
    value = "io.facestream.browser.DriverNode#isThere",
    disabledReason = "Playwright has no Node for this kind of machine")
class TypesTest {
  private static final Path HERE = Path.of("").toAbsolutePath();
  private static final Path WORK = HERE.resolve("target/types");
  private static final Path COMPILER = WORK.resolve("typescript");
  private static final Path SDK = HERE.resolveSibling("sdk/js/src/main/js");
  private static final Path DECLARED = HERE.resolveSibling("sdk/js/types");
  private static final Path PAGE =
      HERE.resolveSibling("console/src/main/resources/io/facestream/console/page");

  @BeforeAll
  static void unpack() throws Exception {
    Webjar.unpack(
        "typescript/5.9.3/",
        COMPILER,
        name -> name.matches("lib/(_?tsc\\.js|lib\\..*\\.d\\.ts|lib\\.d\\.ts)|package.json"));
    Webjar.unpack(
        "lit-html/3.3.1/",
        WORK.resolve("lit-html"),
        name -> name.endsWith(".d.ts") && !name.startsWith("development/"));
  }

  @Test
  void shouldHoldInThePageAndInTheSdk() throws Exception {
    assertThat(compile("check", "\"noEmit\": true", PAGE, SDK)).isEmpty();
  }

  @Test
  void shouldHoldInTheDocs() throws Exception {
    Path folder = Files.createDirectories(WORK.resolve("docs"));
    Files.writeString(
        folder.resolve("given.d.ts"),
        "declare const key: string;\ndeclare const picture: Blob;\ndeclare const signal: AbortSignal;\n",
        UTF_8);
    Files.writeString(
        folder.resolve("sdk.js"), String.join("\n", Docs.snippets("sdk.md", "js")), UTF_8);
    assertThat(compile("docs", "\"noEmit\": true", folder)).isEmpty();
  }

  /** Renewed with {@code -Dfacestream.writeTypes=true}. */
  @Test
  void shouldBeDeclaredAsTheyAre() throws Exception {
    Path out = WORK.resolve("declared");
    String options =
        "\"declaration\": true, \"emitDeclarationOnly\": true, \"newLine\": \"lf\", \"outDir\": "
            + quoted(out)
            + ", \"rootDir\": "
            + quoted(SDK);
    assertThat(compile("declare", options, SDK)).isEmpty();
    TreeMap<String, String> now = texts(out);
    if (Boolean.getBoolean("facestream.writeTypes")) {
      for (String name : now.keySet()) {
        Files.createDirectories(DECLARED.resolve(name).getParent());
        Files.writeString(DECLARED.resolve(name), now.get(name), UTF_8);
      }
    }
    assertThat(texts(DECLARED)).isEqualTo(now);
  }

  private static TreeMap<String, String> texts(Path folder) throws IOException {
    TreeMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(
            folder.relativize(file).toString().replace('\\', '/'), Files.readString(file, UTF_8));
      }
    }
    return texts;
  }

  /** What the compiler has to say; nothing, when all is well. */
  private static String compile(String name, String options, Path... folders) throws Exception {
    StringBuilder include = new StringBuilder();
    for (Path folder : folders) {
      include.append(include.length() == 0 ? "" : ", ").append(quoted(folder.resolve("**/*")));
    }
    Path project = WORK.resolve(name + ".json");
    Files.writeString(
        project,
        String.format(
            Locale.ROOT,
            """
            {"compilerOptions": {"allowJs": true, "checkJs": true, "strict": true, %s,
              "noUnusedLocals": true, "noUnusedParameters": true, "skipLibCheck": true,
              "target": "es2024", "lib": ["es2024", "dom", "dom.iterable", "dom.asynciterable"],
              "module": "esnext", "moduleResolution": "bundler", "types": [],
              "paths": {"/page/lib/*": [%s], "@facestream/sdk": [%s]}},
             "include": [%s]}
            """,
            options,
            quoted(WORK.resolve("lit-html/*")),
            quoted(DECLARED.resolve("facestream.d.ts")),
            include),
        UTF_8);
    DriverNode.Said said =
        DriverNode.run(
            WORK,
            COMPILER.resolve("lib/tsc.js").toString(),
            "--pretty",
            "false",
            "-p",
            project.toString());
    return said.status() == 0 ? "" : said.text();
  }

  private static String quoted(Path path) {
    return '"' + path.toString().replace('\\', '/') + '"';
  }
}
