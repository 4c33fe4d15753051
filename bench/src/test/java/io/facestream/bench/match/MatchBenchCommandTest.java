package io.facestream.bench.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.facestream.matcher.SearchWork;
import io.facestream.matcher.kernel.Kernels;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
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
                "--kernel=java",
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
    JsonNode last = rows.get(1);
    assertThat(last.get("exact").asBoolean()).isTrue();
    assertThat(last.get("engine").asText()).isEqualTo("java");
    assertThat(last.get("baselineRecallAt1").asDouble()).isOne();
    double completed = last.get("shareCompleted").asDouble();
    assertThat(completed).isGreaterThan(0).isLessThan(1);
    assertThat(last.get("shareScored").asDouble()).isGreaterThan(0).isLessThan(completed);
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
        "--baseline=foo",
        "--kernel=foo"
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
    try (Baselines peers =
        Baselines.of(
            List.of("openblas", "faiss"),
            setup(new DrawnTemplates(2_000_000_000, 512)),
            0,
            Path.of(Faiss.DEBIANS),
            new PrintWriter(text, true))) {
      assertThat(peers.all()).isEmpty();
      assertThat(peers.absent()).containsOnlyKeys("openblas", "faiss-flat");
      assertThat(peers.templates().size()).isEqualTo(2_000_000_000);
    }
    assertThat(text.toString()).contains("openblas is absent").contains("8192.0 GB");
  }

  @Test
  void shouldNamePeersThatAreNotInstalledAsAbsent() throws Exception {
    StringWriter text = new StringWriter();
    try (Baselines peers =
        Baselines.of(
            List.of("faiss-fast-scan", "openblas", "faiss"),
            setup(new DrawnTemplates(300, 16)),
            0,
            folder.resolve("nowhere"),
            new PrintWriter(text, true))) {
      assertThat(peers.all()).extracting(Baseline::name).containsExactly("openblas");
      assertThat(peers.absent()).containsOnlyKeys("faiss-flat", "faiss-fast-scan");
    }
    assertThat(text.toString()).contains("faiss-fast-scan is absent: there is no ");
  }

  @Test
  void shouldNotMeasureAFastScanThatIsEmulated() {
    Faiss generic = new Faiss(Path.of("python"), null, false);
    assertThat(generic.whyNot(FaissIndex.FLAT, 300)).isNull();
    assertThat(generic.whyNot(FaissIndex.FAST_SCAN, 300)).contains("without SIMD");
    Faiss wide = new Faiss(Path.of("python"), null, true);
    assertThat(wide.whyNot(FaissIndex.FAST_SCAN, 300)).isNull();
    assertThat(wide.whyNot(FaissIndex.FAST_SCAN, 15)).contains("16 templates");
  }

  @Test
  void shouldRecallWhatIsAsGoodAsTheBest() throws Exception {
    Templates templates = new DrawnTemplates(100, 16);
    try (Slices slices = new Slices(templates, 1, null, Kernels.chosen())) {
      float[] probes = templates.probes(4);
      var best = slices.search(probes, 4, 1, -1);
      int[] rows = best.stream().mapToInt(hits -> rowOf(hits.get(0).templateId())).toArray();
      assertThat(Recall.atOne(templates, probes, rows, best)).isOne();
      rows[0] = (rows[0] + 50) % 100;
      rows[3] = -1;
      assertThat(Recall.atOne(templates, probes, rows, best)).isEqualTo(0.5);
    }
  }

  private static int rowOf(String id) {
    return IntStream.range(0, 100)
        .filter(row -> Templates.id(row).equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void shouldCountTheBytesOfEachLevel() {
    Levels levels = Levels.of(new SearchWork(2 * 3 * 1000, 60, 200, 12), 500, 3, 2);
    assertThat(levels.completed()).isEqualTo(0.01);
    assertThat(levels.scored()).isEqualTo(0.002);
    assertThat(levels.rowsScored()).isEqualTo(2);
    // A plane of 512 nibbles and two floats for each row; 512 floats and the norm for each score.
    assertThat(levels.bytes()).isEqualTo((1000 + 30 + 100) * 264 + 6 * 2056);
  }

  private static MatchSetup setup(Templates templates) {
    return new MatchSetup(templates, List.of(1), 1, 10, 1, -1, Kernels.chosen(), null);
  }

  @Test
  void shouldDrawTheSameTemplatesAsItHolds() throws Exception {
    Templates drawn = new DrawnTemplates(5000, 8);
    try (HeldTemplates held = new HeldTemplates(drawn)) {
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
    Templates templates = new DrawnTemplates(100, 16);
    try (Slices slices = new Slices(templates, 1, null, Kernels.chosen())) {
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
