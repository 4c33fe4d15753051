package io.facestream.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.testing.EmbeddedBroker;
import io.facestream.ingest.scene.DrawnScene;
import io.facestream.ingest.scene.SceneGallery;
import io.facestream.ingest.scene.SceneUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bin/facestream} as a process, in a checkout of links to what this build has made. */
@Timeout(180)
class LauncherITCase {
  private static final Path MODULE = Path.of("").toAbsolutePath();

  @TempDir private Path checkout;
  @TempDir private Path people;

  @BeforeEach
  void checkOut() throws IOException {
    Path target = Files.createDirectories(checkout.resolve("cli/target"));
    Files.createSymbolicLink(target.resolve("classes"), MODULE.resolve("target/classes"));
    Files.createSymbolicLink(target.resolve("lib"), MODULE.resolve("target/lib"));
    Files.createDirectory(checkout.resolve("bin"));
    for (String file : List.of("bin/facestream", "pom.xml")) {
      Files.copy(MODULE.resolveSibling(file), checkout.resolve(file));
    }
    Files.createFile(target.resolve("built"));
  }

  @Test
  void people_keep_their_names_where_the_locale_is_not_utf_8() throws Exception {
    new SceneGallery(new DrawnScene(SceneUrl.parse("scene:?people=2&strangers=0"))).writeTo(people);
    List<Path> folders;
    try (Stream<Path> drawn = Files.list(people)) {
      folders = drawn.sorted().toList();
    }
    Files.move(folders.get(0), people.resolve("José"));
    Files.move(folders.get(1), people.resolve("王小明"));

    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      String[] topic = {"--bootstrap-servers", broker.bootstrapServers()};
      facestream(topic, "gallery", "load", people.toString(), "--pack", "builtin");
      assertThat(facestream(topic, "gallery", "list", "--json"))
          .contains("\"personId\":\"jose\",\"name\":\"José\"")
          .contains("\"personId\":\"王小明\",\"name\":\"王小明\"")
          .hasLineCount(2);
    }
  }

  @Test
  void a_verbose_command_shows_its_log_and_the_trace_of_a_failure_but_no_password()
      throws Exception {
    String camera = "lobby=rtsp://admin:S3cret@127.0.0.1:1/live";
    String[] ingest = {"ingest", "--bootstrap-servers", "127.0.0.1:1", "--camera", camera};
    assertThat(run("-v", ingest).waitFor()).isEqualTo(1);
    assertThat(err()).contains("DEBUG facestream ", "\tat io.facestream.").doesNotContain("S3cret");
    assertThat(Files.readString(checkout.resolve("cache/facestream/facestream.log")))
        .contains("DEBUG", "Command 'facestream ingest' failed")
        .doesNotContain("S3cret");

    assertThat(run("-q", ingest).waitFor()).isEqualTo(1);
    assertThat(err()).hasLineCount(1).startsWith("facestream: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--version", "completion", "topics --help", "-v cluster -h", "demo --help"})
  void commands_that_do_not_scan_start_without_the_warning_of_incubator_modules(String line)
      throws Exception {
    assertThat(facestream(new String[0], line.split(" "))).isNotEmpty();
    assertThat(err()).doesNotContain("incubator");
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo --web-port -1", "-q job --bogus", "bench match --n 0"})
  void commands_that_scan_have_the_vector_api(String line) throws Exception {
    List<String> words = List.of(line.split(" "));
    Process process = run(words.get(0), words.subList(1, words.size()).toArray(String[]::new));
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(err()).contains("incubator modules: jdk.incubator.vector");
  }

  private String err() throws IOException {
    return Files.readString(checkout.resolve("err"));
  }

  private String facestream(String[] options, String... arguments) throws Exception {
    List<String> line = new ArrayList<>(List.of(arguments));
    line.addAll(List.of(options));
    Process process = run(line.get(0), line.subList(1, line.size()).toArray(String[]::new));
    try {
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as(err()).isZero();
      return said;
    } finally {
      process.destroyForcibly();
    }
  }

  private Process run(String first, String... further) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(checkout.resolve("bin/facestream").toString());
    command.add(first);
    command.addAll(List.of(further));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(checkout.resolve("err").toFile());
    builder.environment().putAll(Map.of("LC_ALL", "POSIX", "LANG", "POSIX"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("XDG_CACHE_HOME", checkout.resolve("cache").toString());
    return builder.start();
  }
}
