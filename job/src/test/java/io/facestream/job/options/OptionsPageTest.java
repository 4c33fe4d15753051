package io.facestream.job.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Keeps docs/options.md equal to the catalogue. After a change of options write the page anew with
 * {@code ./mvnw -pl job -am test -Dtest=OptionsPageTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dfacestream.writeDocs=true}.
 */
class OptionsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "options.md");

  @Test
  void shouldDocumentEveryOptionAsItIs() throws IOException {
    String page = page();
    if (Boolean.getBoolean("facestream.writeDocs")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static String page() {
    String rows =
        JobOptions.commandFor(JobOptions.unparsed()).getCommandSpec().options().stream()
            .filter(option -> !option.usageHelp() && !option.versionHelp())
            .map(OptionsPageTest::row)
            .collect(Collectors.joining("\n"));
    return String.format(
        Locale.ROOT,
        """
        # Options of the job

        Made from the catalogue in `job/src/main/java/io/facestream/job/options`; a test keeps it true.

        A value comes from the first of these that has one: the command line, the environment, the
        properties file named by `--config` (keys are the long names without dashes), the default.

        | Option | Environment | Value | Default | What it does |
        |---|---|---|---|---|
        %s
        """,
        rows);
  }

  private static String row(OptionSpec option) {
    String value = option.defaultValue() == null ? "" : option.defaultValueString(true);
    String description =
        String.join(" ", option.description()).replace(" Default: " + value + ".", "");
    return String.format(
        Locale.ROOT,
        "| `%s` | `%s` | %s | %s | %s |",
        option.longestName(),
        FallbackValues.environmentName(option.longestName()),
        option.paramLabel().replace("|", " or "),
        value.isEmpty() ? "" : "`" + value + "`",
        description);
  }
}
