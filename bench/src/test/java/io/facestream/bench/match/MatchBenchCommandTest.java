package io.facestream.bench.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MatchBenchCommandTest {
  @TempDir Path folder;

  @Test
  void shouldCompareWithOpenBlasAndCheckEveryAnswer() throws Exception {
    Path json = folder.resolve("rows.json");
    StringWriter text = new StringWriter();
    int exit =
        new CommandLine(new MatchBenchCommand())
            .setOut(new PrintWriter(text))
            .execute(
                "--n=20000",
                "--dim=128",
                "--probes=1,8",
                "--threads=2",
                "--rounds=3",
                "--baseline=openblas",
                "--json=" + json);
    assertThat(exit).as(text.toString()).isZero();
    assertThat(text.toString()).contains("openblas").contains("yes (8 probes)");
    JsonNode rows = new ObjectMapper().readTree(json.toFile());
    assertThat(rows).hasSize(2);
    for (String field :
        List.of(
            "engine",
            "n",
            "dim",
            "probes",
            "threads",
            "medianMs",
            "baseline",
            "baselineMedianMs",
            "ratio",
            "exact")) {
      assertThat(rows.get(0).has(field)).as(field).isTrue();
    }
    assertThat(rows.get(1).get("exact").asBoolean()).isTrue();
  }

  @Test
  void shouldNoticeAWrongAnswer() throws Exception {
    try (Templates templates = new Templates(100, 16);
        Slices slices = new Slices(templates, 1, null)) {
      float[] probe = templates.probes(1);
      var right = slices.search(probe, 1, 3, -1).get(0);
      assertThat(DoubleCheck.agrees(templates, probe, 0, 3, -1, right)).isTrue();
      var swapped = List.of(right.get(1), right.get(0), right.get(2));
      assertThat(DoubleCheck.agrees(templates, probe, 0, 3, -1, swapped)).isFalse();
      assertThat(DoubleCheck.agrees(templates, probe, 0, 3, -1, right.subList(0, 2))).isFalse();
    }
  }
}
