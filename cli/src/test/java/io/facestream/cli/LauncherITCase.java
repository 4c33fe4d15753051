package io.facestream.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import io.facestream.cli.testing.LinkedCheckout;
import io.facestream.client.testing.ShortPatience;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.ingest.scene.DrawnScene;
import io.facestream.ingest.scene.SceneGallery;
import io.facestream.ingest.scene.SceneUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bin/facestream} as a process, in a checkout without the benchmarks. */
@Timeout(180)
class LauncherITCase {
  @TempDir private Path folder;
  @TempDir private Path people;
  private LinkedCheckout checkout;

  @BeforeEach
  void checkOut() throws IOException {
    checkout = LinkedCheckout.in(folder, "cli");
  }

  @Tag("thorough")
  @Test
  @Execution(CONCURRENT)
  void people_keep_their_names_where_the_locale_is_not_utf_8() throws Exception {
    new SceneGallery(new DrawnScene(SceneUrl.parse("scene:?people=2&strangers=0"))).writeTo(people);
    List<Path> folders;
    try (Stream<Path> drawn = Files.list(people)) {
      folders = drawn.sorted().toList();
    }
    Files.move(folders.get(0), people.resolve("José"));
    Files.move(folders.get(1), people.resolve("王小明"));

    try (EmbeddedKafka broker = EmbeddedKafka.start()) {
      String[] topic = {"--bootstrap-servers", broker.bootstrapServers()};
      checkout.outputOf(with(topic, "gallery", "load", people.toString(), "--pack", "builtin"));
      assertThat(checkout.outputOf(with(topic, "gallery", "list", "--json")))
          .contains("\"personId\":\"jose\",\"name\":\"José\"")
          .contains("\"personId\":\"王小明\",\"name\":\"王小明\"")
          .hasLineCount(2);
    }
  }

  @Tag("thorough")
  @Test
  @Execution(CONCURRENT)
  void a_log_that_cannot_be_written_is_said_in_one_line_and_spoils_no_output() throws Exception {
    Files.createFile(folder.resolve("cache"));
    assertThat(checkout.outputOf("models", "list", "--json").lines())
        .isNotEmpty()
        .allMatch(line -> line.startsWith("{"));
    assertThat(checkout.err()).startsWith("WARN There is no log, since ").hasLineCount(1);
    checkout.outputOf("models", "list", "-q");
    assertThat(checkout.err()).isEmpty();
  }

  @Tag("thorough")
  @Test
  @Execution(CONCURRENT)
  void a_verbose_command_shows_its_log_and_the_trace_of_a_failure_but_no_password()
      throws Exception {
    checkout.withJavaOption(ShortPatience.JAVA_OPTION);
    String camera = "lobby=rtsp://admin:S3cret@127.0.0.1:1/live";
    String[] ingest = {"ingest", "--bootstrap-servers", "127.0.0.1:1", "--camera", camera};
    assertThat(checkout.start(with(ingest, "-v")).waitFor()).isEqualTo(1);
    assertThat(checkout.err())
        .contains("DEBUG facestream ", "\tat io.facestream.")
        .doesNotContain("S3cret");
    assertThat(checkout.log())
        .contains("DEBUG", "Command 'facestream ingest' failed")
        .doesNotContain("S3cret");

    assertThat(checkout.start(with(ingest, "-q")).waitFor()).isEqualTo(1);
    assertThat(checkout.err()).hasLineCount(1).startsWith("facestream: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--version",
        "completion",
        "topics --help",
        "-v cluster -h",
        "demo --help",
        "gallery list --help",
        "gallery check -h"
      })
  @Execution(CONCURRENT)
  void a_command_starts_without_a_warning_of_java(String line) throws Exception {
    assertThat(checkout.outputOf(line.split(" "))).isNotEmpty();
    assertThat(checkout.err()).doesNotContain("WARNING");
  }

  @ParameterizedTest
  @CsvSource({"17.0.15, false", "21.0.2, false", "25, true", "26-ea, true"})
  void each_jdk_from_17_on_is_taken_and_gets_the_options_that_it_knows(
      String version, boolean allowsUnsafeByOption) throws Exception {
    checkout.withJdk(jdk(version));
    String options = checkout.outputOf("--version");
    assertThat(options).contains("--enable-native-access=ALL-UNNAMED");
    assertThat(options.contains("--sun-misc-unsafe-memory-access=allow"))
        .isEqualTo(allowsUnsafeByOption);
  }

  @Test
  void an_older_jdk_is_passed_over_for_another() throws Exception {
    checkout.withJdk(jdk("11.0.2"));
    assertThat(checkout.outputOf("--version")).startsWith("facestream ");
  }

  /** One that says its version, or what it was started with. */
  private Path jdk(String version) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
    String java =
        """
        #!/bin/sh
        if [ "$1" = -version ]; then echo 'openjdk version "VERSION" 2026-01-01' >&2; else echo "$@"; fi
        """
            .replace("VERSION", version);
    for (String program : List.of("java", "javac")) {
      Files.writeString(bin.resolve(program), java);
      assertThat(bin.resolve(program).toFile().setExecutable(true)).isTrue();
    }
    return bin.getParent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bench", "bench match --n 1000", "bench jmh -l"})
  @Execution(CONCURRENT)
  void without_the_benchmarks_their_command_says_where_they_are(String line) throws Exception {
    assertThat(checkout.start(line.split(" ")).waitFor()).isEqualTo(2);
    assertThat(checkout.err())
        .contains("facestream: The benchmarks are not in this installation: run bin/facestream");
  }

  private static String[] with(String[] options, String... words) {
    return Stream.concat(Stream.of(words), Stream.of(options)).toArray(String[]::new);
  }
}
