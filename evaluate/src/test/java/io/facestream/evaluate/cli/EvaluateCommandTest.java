package io.facestream.evaluate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class EvaluateCommandTest {
  @TempDir private Path temp;
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new EvaluateCommand()).setErr(new PrintWriter(err)).execute(arguments);
  }

  private String error() {
    assertThat(err.toString().lines()).hasSize(1);
    return err.toString().strip();
  }

  @Test
  void shouldSayInOneLineThatAFolderIsMissing() {
    assertThat(run(temp.resolve("people").toString())).isEqualTo(2);
    assertThat(error())
        .startsWith("evaluate: Cannot load ")
        .endsWith("no such folder; check the path");
  }

  @Test
  void shouldSayThatAFolderIsEmpty() {
    assertThat(run(temp.toString())).isEqualTo(2);
    assertThat(error()).contains("it holds no photos; it should hold <person>/<photo>");
  }

  @Test
  void shouldNameThePacksThereAre() {
    assertThat(run(temp.toString(), "--pack", "best")).isEqualTo(2);
    assertThat(error()).contains("no model pack 'best'; choose one of builtin, standard");
  }

  @Test
  void shouldSayThatOnePersonIsNotEnough() throws IOException {
    Files.createDirectory(temp.resolve("ada"));
    Files.write(temp.resolve("ada/1.jpg"), new byte[] {1});
    assertThat(run(temp.toString(), "--pack", "builtin")).isEqualTo(2);
    assertThat(error()).contains("All usable photos are of one person (ada)", "add a folder");
  }

  @ParameterizedTest
  @CsvSource({
    "--trials,0,--trials must be at least 1",
    "--photos-each,0,--photos-each must be at least 1",
    "--threads,0,--threads must be at least 1",
    "--gallery-size,-1,--gallery-size must be at least 1",
    "--pick,smallest,chooses no face"
  })
  void shouldNameTheOptionThatIsWrong(String option, String value, String message) {
    assertThat(run(temp.toString(), option, value)).isEqualTo(2);
    assertThat(error()).contains(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--curve", "--json", "--report"})
  void shouldFindOutBeforeTheWorkThatAFileCannotBeWritten(String option) {
    Path file = temp.resolve("missing").resolve("file");
    assertThat(run(temp.toString(), option, file.toString())).isEqualTo(2);
    assertThat(error())
        .contains(file + " cannot be written; name a file in a folder that is there");
  }

  @Test
  void shouldRefuseWhatATableOfPairsCannotShow() {
    assertThat(run("x", "--pairs", "p.csv", "--groups", "g.csv")).isEqualTo(2);
    assertThat(error()).contains("--pairs and --groups exclude each other");
    err.getBuffer().setLength(0);
    assertThat(run("x", "--pairs", "p.csv", "--curve", "c.json")).isEqualTo(2);
    assertThat(error()).contains("leave --pairs out");
  }
}
