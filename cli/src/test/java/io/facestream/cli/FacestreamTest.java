package io.facestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class FacestreamTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void shouldListACommandForEachModule() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString())
        .contains("demo", "ingest", "gallery", "job", "cluster", "topics", "models", "bench");
  }

  @Test
  void shouldTellItsVersion() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).matches("facestream \\d+\\.\\d+\\.\\d+\\S*\\R");
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "ingest", "gallery", "topics", "models", "bench"})
  void shouldExplainEachCommand(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString()).startsWith("Usage: facestream " + command);
  }

  @Test
  void shouldRefuseAnUnknownCommandWithAHint() {
    assertThat(run("demmo")).isEqualTo(2);
    assertThat(err.toString()).contains("'demmo'").contains("facestream demo").contains("--help");
  }

  @Test
  void shouldTellInOneLineThatAVideoIsMissing() {
    assertThat(run("demo", "--pack", "standard", "--video", "no-such.mp4", "--gallery", "x"))
        .isEqualTo(1);
    assertThat(errLines()).singleElement().asString().contains("no-such.mp4");
  }

  @Test
  void shouldTellInOneLineThatAPackIsUnknown() {
    assertThat(run("demo", "--pack", "no-such-pack")).isEqualTo(2);
    assertThat(errLines()).first().asString().contains("no-such-pack").contains("standard");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--kafka-port=70000", "--web-port=-1", "--parallelism=0"})
  void shouldNameTheOptionThatIsOutOfRange(String option) {
    assertThat(run("demo", option)).isEqualTo(2);
    assertThat(errLines()).first().asString().contains(option.split("=")[0], option.split("=")[1]);
  }

  @Test
  void shouldWarnWhoeverBringsRealPeopleAndNoPack() {
    run("demo", "--video", "no-such.mp4", "--gallery", "x");
    assertThat(errLines()).first().asString().contains("drawn people only", "--pack standard");
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo --camera lobby", "gallery erase", "gallery load", "ingest"})
  void shouldTellInPlainWordsWhatIsWrongWithTheArguments(String line) {
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertThat(errLines()).hasSize(2);
    assertThat(err.toString()).doesNotContain("option option", "Error:");
  }

  @Test
  void shouldAskForAGalleryBesideAVideo() {
    assertThat(run("demo", "--pack", "standard", "--camera", "lobby=rtsp://lobby.example/1"))
        .isEqualTo(1);
    assertThat(errLines()).singleElement().asString().contains("--gallery DIR");
  }

  @Test
  void shouldShowTheStackTraceWhenAsked() {
    run("demo", "--video", "no-such.mp4", "--verbose");

    assertThat(err.toString()).contains("\tat io.facestream.");
  }

  private int run(String... arguments) {
    CommandLine command = Facestream.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute(arguments);
  }

  private List<String> errLines() {
    return err.toString().lines().toList();
  }
}
