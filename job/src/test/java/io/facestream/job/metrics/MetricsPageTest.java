package io.facestream.job.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Keeps the table in docs/metrics.md equal to the catalogue. After a change write it anew with
 * {@code ./mvnw -pl job -am test -Dtest=MetricsPageTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dfacestream.writeDocs=true}.
 */
class MetricsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "metrics.md");
  private static final String BEGIN = "<!-- from JobMetric: begin -->\n";
  private static final String END = "<!-- from JobMetric: end -->";

  @Test
  void shouldDocumentEveryMetricAsItIs() throws IOException {
    String page = Files.readString(PAGE);
    String current =
        page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
            + table()
            + page.substring(page.indexOf(END));
    if (Boolean.getBoolean("facestream.writeDocs")) {
      Files.writeString(PAGE, current);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(current);
  }

  private static String table() {
    return Arrays.stream(JobMetric.values())
        .map(MetricsPageTest::row)
        .collect(
            Collectors.joining(
                "\n",
                "| Operator | Name | Type | Unit | What it tells |\n|---|---|---|---|---|\n",
                "\n"));
  }

  private static String row(JobMetric metric) {
    return String.format(
        Locale.ROOT,
        "| %s | `%s` | %s | %s | %s |",
        metric.operator(),
        metric.id(),
        metric.kind().name().toLowerCase(Locale.ROOT),
        metric.unit(),
        metric.meaning());
  }
}
