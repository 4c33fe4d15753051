package io.facestream.bench.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MatchBenchCommandTest {
  @TempDir Path folder;

  @Tag("thorough")
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
    assertThat(text.toString()).contains("bytes each; resident memory grew by");
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--n=0",
        "--dim=-1",
        "--probes=1,0",
        "--threads=0",
        "--k=0",
        "--rounds=0",
        "--baseline=foo"
      })
  void shouldRefuseNonsenseBeforeItMeasures(String option) {
    StringWriter text = new StringWriter();
    int exit =
        new CommandLine(new MatchBenchCommand()).setErr(new PrintWriter(text)).execute(option);
    assertThat(exit).isEqualTo(2);
    assertThat(text.toString()).contains(option.substring(0, option.indexOf('=')));
  }

  @Test
  void shouldLeaveBaselinesOutWhereTheirTemplatesExceedMemory() throws Exception {
    StringWriter text = new StringWriter();
    MatchSetup tooLarge = new MatchSetup(2_000_000_000, 512, List.of(1), 1, 10, 1, -1, null);
    try (Baselines peers =
        Baselines.of(List.of("openblas", "faiss"), tooLarge, 0, new PrintWriter(text, true))) {
      assertThat(peers.all()).isEmpty();
      assertThat(peers.templates().size()).isEqualTo(2_000_000_000);
    }
    assertThat(text.toString()).contains("8192.0 GB").contains("baselines are left out");
  }

  @Test
  void shouldDrawTheSameTemplatesAsItHolds() throws Exception {
    Templates drawn = new Templates(5000, 8);
    try (HeldTemplates held = new HeldTemplates(5000, 8)) {
      float[] a = new float[8];
      float[] b = new float[8];
      for (int row : new int[] {0, 1, 4095, 4096, 4999}) {
        drawn.read(row, a);
        held.read(row, b);
        assertThat(a).isEqualTo(b);
      }
    }
  }

  @Test
  void shouldNoticeAWrongAnswer() throws Exception {
    Templates templates = new Templates(100, 16);
    try (Slices slices = new Slices(templates, 1, null)) {
      float[] probe = templates.probes(1);
      var right = slices.search(probe, 1, 3, -1).get(0);
      assertThat(DoubleCheck.agrees(templates, probe, 3, -1, List.of(right))).isTrue();
      var swapped = List.of(right.get(1), right.get(0), right.get(2));
      assertThat(DoubleCheck.agrees(templates, probe, 3, -1, List.of(swapped))).isFalse();
      var few = right.subList(0, 2);
      assertThat(DoubleCheck.agrees(templates, probe, 3, -1, List.of(few))).isFalse();
    }
  }
}
