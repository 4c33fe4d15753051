package io.facestream.cli.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.cli.Facestream;
import io.facestream.options.OutputOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** What holds for options that several commands have, in each module that adds commands. */
public final class SharedOptions {
  /** Each shared option with its default; none is "". */
  public static final Map<String, String> DEFAULTS =
      Map.of(
          "--bootstrap-servers", "localhost:9092",
          "--kafka-config", "",
          "--frames-topic", "frames",
          "--gallery-topic", "gallery",
          "--policies-topic", "policies",
          "--verdicts-topic", "verdicts",
          "--reviews-topic", "reviews",
          "--cameras-topic", "cameras",
          "--replication", "broker");

  private SharedOptions() {}

  /**
   * Fails unless they come from one place with their variable and default.
   *
   * @return the full names of the commands that have one
   */
  public static List<String> assertDeclaredOnce(CommandLine top) {
    List<String> commands = new ArrayList<>();
    all(top)
        .forEach(
            command -> {
              for (OptionSpec option : command.getCommandSpec().options()) {
                if (DEFAULTS.containsKey(option.longestName())) {
                  commands.add(command.getCommandSpec().qualifiedName());
                  assertShared(command, option);
                }
              }
            });
    return commands;
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
                + (DEFAULTS.get(name).isEmpty() ? "" : ":-" + DEFAULTS.get(name))
                + "}");
  }

  /** Fails unless each command has {@code -q} and {@code -v} and its help says so. */
  public static void assertQuietOrVerboseOnDemand(CommandLine top) {
    // JMH has a command line of its own, with a -v of its own.
    all(top)
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

  /** The variable of the environment that an option takes its value from. */
  public static String variable(String option) {
    return "FACESTREAM_" + option.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static Stream<CommandLine> all(CommandLine command) {
    return Stream.concat(
        Stream.of(command), command.getSubcommands().values().stream().flatMap(SharedOptions::all));
  }
}
