package io.facestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.testing.SecuredBroker;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.wire.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each command on a broker that refuses: one line with cause and cure, and no long wait. */
@Tag("thorough")
@Timeout(60)
class SecuredCommandsITCase {
  @TempDir private static Path folder;

  private static SecuredBroker broker;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = SecuredBroker.start();
    TopicAdmin.createMissing(broker.admin(), (short) 1, Topics.ALL);
    // An importer's input, whose rows come after the first look at the broker.
    Files.createDirectories(folder.resolve("ada"));
    Files.write(folder.resolve("ada/1.jpg"), new byte[] {1});
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  static Stream<List<String>> commands() {
    return Stream.of(
        List.of("topics", "create"),
        List.of("gallery", "load", folder.toString(), "--pack", "builtin"),
        List.of("gallery", "list"),
        List.of("gallery", "check"),
        List.of("gallery", "erase", "ada"),
        List.of("ingest", "--camera", "door=scene:?duration=1s"),
        List.of("job", "--pack", "builtin"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void should_say_that_the_password_is_wrong(List<String> command) {
    Path file = broker.plain("wr0ng-s3cret");
    assertThat(run(command, file))
        .contains("does not let this user in", "sasl.jaas.config in " + file);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void should_say_that_the_certificate_is_not_trusted(List<String> command) {
    assertThat(run(command, broker.distrusting()))
        .contains("No trust between this side and the broker", "ssl.truststore.*");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void should_say_which_right_is_missing(List<String> command) {
    assertThat(run(command, broker.plain(SecuredBroker.PASSWORD)))
        .contains("does not allow this user", "Let its administrator add that to the ACLs")
        .containsAnyOf("frames", "gallery");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void should_say_that_the_file_cannot_be_read(List<String> command) {
    assertThat(run(command, folder.resolve("nowhere.properties")))
        .contains("Cannot read '" + folder.resolve("nowhere.properties") + "'");
  }

  /** What it said, which is one line; a command's hint to its help aside. */
  private static String run(List<String> command, Path file) {
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of("--bootstrap-servers", broker.bootstrapServers()));
    arguments.addAll(List.of("--kafka-config", file.toString()));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Facestream.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments.toArray(String[]::new));
    assertThat(code).isPositive();
    List<String> lines = err.toString().lines().filter(line -> !line.startsWith("See '")).toList();
    assertThat(lines).as("%s", command).hasSize(1);
    assertThat(out.toString() + err).doesNotContain("s3cret");
    return lines.get(0);
  }
}
