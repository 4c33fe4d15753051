package io.facestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.options.OutputOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** An option that several commands have is one option: same name, variable, default and words. */
class SharedOptionsTest {
  private static final Path PAGE = Path.of("../docs/topics.md");

  /** The table of variables: each shared option with its default. */
  private static final Map<String, String> SHARED =
      Map.of(
          "--bootstrap-servers", "localhost:9092",
          "--kafka-config", "",
          "--frames-topic", "frames",
          "--gallery-topic", "gallery",
          "--replication", "broker");

  @Test
  void every_command_takes_them_from_one_place_with_the_variable_and_the_default() {
    List<String> commands = new ArrayList<>();
    all(Facestream.commandLine())
        .forEach(
            command -> {
              for (OptionSpec option : command.getCommandSpec().options()) {
                if (SHARED.containsKey(option.longestName())) {
                  commands.add(command.getCommandSpec().qualifiedName());
                  assertShared(command, option);
                }
              }
            });
    assertThat(commands)
        .contains(
            "facestream ingest",
            "facestream gallery load",
            "facestream gallery erase",
            "facestream gallery list",
            "facestream topics create");
  }

  private static void assertShared(CommandLine command, OptionSpec option) {
    String name = option.longestName();
    assertThat(((Member) option.userObject()).getDeclaringClass().getPackageName())
        .as("%s of %s", name, command.getCommandSpec().qualifiedName())
        .isEqualTo("io.facestream.options");
    assertThat(((AnnotatedElement) option.userObject()).getAnnotation(Option.class).defaultValue())
        .isEqualTo(
            "${env:"
                + variable(name)
                + (SHARED.get(name).isEmpty() ? "" : ":-" + SHARED.get(name))
                + "}");
  }

  @Test
  void every_command_is_quiet_or_verbose_on_demand_and_says_so() {
    // JMH has a command line of its own, with a -v of its own.
    all(Facestream.commandLine())
        .filter(command -> !command.getCommandName().equals("jmh"))
        .forEach(
            command -> {
              for (String name : List.of("-q", "--quiet", "-v", "--verbose")) {
                OptionSpec option = command.getCommandSpec().findOption(name);
                assertThat(option)
                    .as("%s of %s", name, command.getCommandSpec().qualifiedName())
                    .isNotNull();
                assertThat(((Member) option.userObject()).getDeclaringClass())
                    .isEqualTo(OutputOptions.class);
              }
              assertThat(help(command)).contains("-q, --quiet", "-v, --verbose");
            });
  }

  private static String help(CommandLine command) {
    StringWriter out = new StringWriter();
    List<String> words = new ArrayList<>();
    for (CommandLine at = command; at.getParent() != null; at = at.getParent()) {
      words.add(0, at.getCommandName());
    }
    words.add("--help");
    Facestream.commandLine()
        .setOut(new PrintWriter(out, true))
        .execute(words.toArray(String[]::new));
    return out.toString();
  }

  static Stream<String> shared() {
    return SHARED.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("shared")
  void the_docs_have_the_table(String option) throws IOException {
    assertThat(Files.readString(PAGE))
        .contains(
            "| `"
                + option
                + "` | `"
                + variable(option)
                + (SHARED.get(option).isEmpty() ? "` | |" : "` | `" + SHARED.get(option) + "` |"));
  }

  private static String variable(String option) {
    return "FACESTREAM_" + option.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static Stream<CommandLine> all(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(SharedOptionsTest::all));
  }
}
