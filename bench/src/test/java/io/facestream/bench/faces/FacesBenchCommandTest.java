package io.facestream.bench.faces;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class FacesBenchCommandTest {
  @TempDir Path folder;

  @Tag("thorough")
  @Test
  void shouldLookAtTheSameFramesInEveryWidthAndFormat() throws Exception {
    Path json = folder.resolve("rows.json");
    StringWriter text = new StringWriter();
    int exit =
        new CommandLine(new FacesBenchCommand())
            .setOut(new PrintWriter(text))
            .execute("--pack=builtin", "--frames=4", "--widths=480,640", "--json=" + json);
    assertThat(exit).as(text.toString()).isZero();
    assertThat(text.toString()).contains("turn check").contains("jpg").contains("png");
    JsonNode rows = new ObjectMapper().readTree(json.toFile());
    assertThat(rows).hasSize(4);
    for (JsonNode row : rows) {
      assertThat(row.get("frames").asInt()).isEqualTo(4);
      assertThat(row.get("found").asInt()).isPositive();
      assertThat(row.get("stages").get("DETECT").asDouble()).isPositive();
      assertThat(row.get("stages").get("DECODE").asDouble()).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--widths=640,0", "--frames=0"})
  void shouldRefuseNonsenseBeforeItMeasures(String option) {
    StringWriter text = new StringWriter();
    int exit =
        new CommandLine(new FacesBenchCommand()).setErr(new PrintWriter(text)).execute(option);
    assertThat(exit).isEqualTo(2);
    assertThat(text.toString()).contains(option.substring(0, option.indexOf('=')));
  }
}
