package io.facestream.bench.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class EmbeddingFileTest {
  private static final int DIM = 24;

  @TempDir Path folder;

  @Test
  void shouldReadFloatsAndDoubles() throws Exception {
    Path floats = Npy.ofFloats(folder.resolve("f.npy"), 2, 3, new float[] {1, 2, 3, 4, 5, 6.5f});
    Path doubles = Npy.ofDoubles(folder.resolve("d.npy"), 2, 3, new double[] {1, 2, 3, 4, 5, 0.1});
    float[] row = new float[3];
    try (NpyFile file = NpyFile.open(floats)) {
      assertThat(file.rows()).isEqualTo(2);
      assertThat(file.columns()).isEqualTo(3);
      file.read(1, row);
      assertThat(row).containsExactly(4, 5, 6.5f);
    }
    try (NpyFile file = NpyFile.open(doubles)) {
      file.read(1, row);
      assertThat(row).containsExactly(4, 5, 0.1f);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<f2; false; (1, 2); holds <f2, not; astype('<f4')",
        ">f4; false; (1, 2); holds >f4, not; astype('<f4')",
        "<i8; false; (1, 2); holds <i8, not; astype('<f4')",
        "<f4; true; (1, 2); column by column; ascontiguousarray",
        "<f4; false; (2,); has the shape (2,); reshape",
        "<f4; false; (1, 1, 2); has the shape (1, 1, 2); reshape",
        "<f4; false; (1, 0); has the shape (1, 0); reshape",
        "<f4; false; (3, 2); of 152 bytes; copy it again",
      })
  void shouldSayWhatIsWrongAndHowToMendIt(
      String type, boolean byColumns, String shape, String cause, String cure) throws Exception {
    Path file = Npy.write(folder.resolve("x.npy"), type, byColumns, shape, new byte[16]);
    assertThatThrownBy(() -> NpyFile.open(file))
        .isInstanceOf(EmbeddingFileException.class)
        .hasMessageContaining("x.npy")
        .hasMessageContaining(cause)
        .hasMessageContaining(cure);
  }

  @Test
  void shouldRefuseWhatIsNoNumpyFile() throws Exception {
    Path text = Files.writeString(folder.resolve("x.npy"), "0.1,0.2,0.3,0.4");
    assertThatThrownBy(() -> NpyFile.open(text)).hasMessageContaining("is no .npy file");
    Path empty = Files.createFile(folder.resolve("empty.npy"));
    assertThatThrownBy(() -> NpyFile.open(empty)).hasMessageContaining("numpy.save");
    assertThatThrownBy(() -> NpyFile.open(folder)).hasMessageContaining("is no file");
  }

  @Test
  void shouldRefuseARowWithoutDirection() throws Exception {
    Path zeros = Npy.ofFloats(folder.resolve("z.npy"), 3, 2, new float[] {1, 2, 0, 0, 3, 4});
    Path nan = Npy.ofFloats(folder.resolve("n.npy"), 3, 2, new float[] {1, 2, 3, 4, Float.NaN, 4});
    try (NpyFile file = NpyFile.open(zeros)) {
      assertThatThrownBy(() -> new FileTemplates(file, 2, 1)).hasMessageContaining("row 1 zeros");
    }
    try (NpyFile file = NpyFile.open(nan)) {
      assertThatThrownBy(() -> new FileTemplates(file, 2, 1)).hasMessageContaining("row 2 zeros");
    }
  }

  /** Each row of the file points along a component of its own, so that it can be told. */
  @Test
  void shouldSearchNoRowThatIsAProbe() throws Exception {
    for (int mostProbes : new int[] {1, 2, 5, 8, 11, 22, 23, 24}) {
      float[] identity = new float[DIM * DIM];
      for (int i = 0; i < DIM; i++) {
        identity[i * DIM + i] = 2;
      }
      Path path = Npy.ofFloats(folder.resolve("i.npy"), DIM, DIM, identity);
      try (NpyFile file = NpyFile.open(path)) {
        int most = FileTemplates.most(file, mostProbes);
        FileTemplates templates = new FileTemplates(file, most, mostProbes);
        Set<Integer> places = new HashSet<>();
        float[] row = new float[DIM];
        for (int i = 0; i < most; i++) {
          templates.read(i, row);
          places.add(placeOfOne(row, 0));
        }
        float[] probes = templates.probes(mostProbes);
        for (int i = 1; i < mostProbes; i += 2) {
          places.add(placeOfOne(probes, i * DIM));
        }
        assertThat(places).hasSize(most + mostProbes / 2);
      }
    }
  }

  private static int placeOfOne(float[] values, int start) {
    int place = 0;
    while (values[start + place] != 1) {
      place++;
    }
    return place;
  }

  @Tag("thorough")
  @Test
  void shouldSearchRealEmbeddings() throws Exception {
    Path embeddings = random(200);
    Path json = folder.resolve("rows.json");
    Path chart = folder.resolve("chart.svg");
    StringWriter text = new StringWriter();
    int exit =
        new CommandLine(new MatchBenchCommand())
            .setOut(new PrintWriter(text))
            .execute(
                "--embeddings=" + embeddings,
                "--probes=1,7",
                "--rounds=1",
                "--baseline=openblas,faiss",
                "--faiss-python=" + folder.resolve("nowhere"),
                "--json=" + json,
                "--chart=" + chart);
    assertThat(exit).as(text.toString()).isZero();
    JsonNode rows = new ObjectMapper().readTree(json.toFile());
    assertThat(rows).hasSize(4);
    JsonNode row = rows.get(2);
    assertThat(row.get("templates").asText()).isEqualTo("real.npy");
    assertThat(row.get("n").asInt()).isEqualTo(197);
    assertThat(row.get("dim").asInt()).isEqualTo(DIM);
    assertThat(row.get("exact").asBoolean()).isTrue();
    assertThat(rows.get(3).get("baseline").asText()).isEqualTo("faiss-flat");
    assertThat(rows.get(3).get("baselineAbsent").asText()).contains("there is no ");
    assertThat(rows.get(3).get("ratio").isNull()).isTrue();
    assertThat(text.toString()).containsPattern("faiss-flat +absent");
    assertThat(chart).content().contains("197 templates of 24 (real.npy)").contains("openblas");
  }

  @Test
  void shouldRefuseOptionsThatDoNotFitTheFile() throws Exception {
    Path embeddings = random(40);
    assertThat(refusal("--embeddings=" + embeddings, "--dim=24")).contains("--dim is that of");
    assertThat(refusal("--embeddings=" + embeddings, "--probes=8", "--n=37"))
        .contains("--n=37 is more than the 36 rows");
    assertThat(refusal("--embeddings=" + embeddings, "--probes=64"))
        .contains("--probes=64 leaves 32 rows out", "has 40");
  }

  private Path random(int rows) throws Exception {
    Random random = new Random(rows);
    float[] values = new float[rows * DIM];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Npy.ofFloats(folder.resolve("real.npy"), rows, DIM, values);
  }

  private static String refusal(String... options) {
    StringWriter text = new StringWriter();
    int exit =
        new CommandLine(new MatchBenchCommand()).setErr(new PrintWriter(text)).execute(options);
    assertThat(exit).isEqualTo(2);
    return text.toString();
  }
}
