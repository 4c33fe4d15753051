package io.facestream.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FacestreamTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void shouldListACommandForEachModule() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(UTF_8))
        .contains(
            "demo",
            "ingest",
            "gallery",
            "policy",
            "review",
            "wrong",
            "reviews",
            "console",
            "audit",
            "evaluate",
            "explain",
            "replay",
            "job",
            "cluster",
            "topics",
            "models",
            "completion");
  }

  @Test
  void shouldSayWhereTheBenchmarksAreWithoutOfferingThem() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(UTF_8)).doesNotContain("bench");

    assertThat(run("bench", "match", "--n", "1000")).isEqualTo(2);
    assertThat(errLines())
        .first()
        .asString()
        .contains("not in this installation", "bin/facestream bench in a checkout");
  }

  @Test
  void shouldTellItsVersion() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString(UTF_8)).matches("facestream \\d+\\.\\d+\\.\\d+\\S*\\R");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "ingest",
        "gallery",
        "policy",
        "review",
        "wrong",
        "reviews",
        "console",
        "audit",
        "evaluate",
        "explain",
        "replay",
        "job",
        "topics",
        "cluster",
        "models",
        "completion"
      })
  void shouldExplainEachCommand(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString(UTF_8))
        .startsWith("Usage: facestream " + command)
        .containsOnlyOnce("Usage:");
  }

  @Test
  void shouldRefuseAnUnknownCommandWithAHint() {
    assertThat(run("demmo")).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .contains("'demmo'")
        .contains("facestream demo")
        .contains("--help");
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
  @ValueSource(
      strings = {
        "--kafka-port=70000",
        "--web-port=-1",
        "--parallelism=0",
        "--threshold=5",
        "--camera-threshold=lobby=5",
        "--candidates=0",
        "--min-face-score=-1",
        "--batch-wait=soon"
      })
  void shouldNameTheOptionThatIsOutOfRange(String option) {
    assertThat(run("demo", option)).isEqualTo(2);
    assertThat(errLines())
        .first()
        .asString()
        .contains(option.split("=")[0], option.replaceFirst(".*=", ""));
  }

  @Test
  void shouldWarnWhoeverBringsRealPeopleAndNoPack() {
    run("demo", "--video", "no-such.mp4", "--gallery", "x");
    assertThat(errLines()).first().asString().contains("drawn people only", "--pack standard");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo --camera lobby",
        "gallery erase",
        "gallery load",
        "evaluate",
        "explain --threshold 5 x.jpg",
        "replay",
        "wrong",
        "wrong lobby",
        "review lobby@0-1 maybe",
        "audit",
        "console --port 70000",
        "console --database mysql://desk",
        "console --public-url desk.example",
        "console key create --rights read",
        "console key create --rights all --scope all",
        "ingest",
        "ingest --camera a=b.mp4 --partitions 0",
        "ingest --camera a=b.mp4 --metrics-interval -1",
        "job --threshold 5",
        "job --bogus"
      })
  void shouldTellInPlainWordsWhatIsWrongWithTheArguments(String line) {
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertThat(errLines()).hasSize(2);
    assertThat(err.toString(UTF_8)).doesNotContain("option option", "Error:");
  }

  @Test
  void shouldAskForAGalleryBesideAVideo() {
    assertThat(run("demo", "--pack", "standard", "--camera", "lobby=rtsp://lobby.example/1"))
        .isEqualTo(1);
    assertThat(errLines()).singleElement().asString().contains("--gallery DIR");
  }

  @Test
  void shouldNotLetNamesOnTheCommandLineSteerTheTerminal() {
    String video = "no\u001b[2Jsuch\nfacestream: all is well\u202e.mp4";
    assertThat(run("demo", "--pack", "standard", "--video", video, "--gallery", "x")).isEqualTo(1);
    assertThat(errLines())
        .singleElement()
        .asString()
        .contains("no\\x1b[2Jsuch\\nfacestream: all is well\\u202e.mp4; check the path");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo --video no-such.mp4 --verbose",
        "demo -v --video no-such.mp4",
        "-v demo --video no-such.mp4",
        "gallery load no-such-folder -v"
      })
  void shouldShowTheStackTraceWhenAsked(String line) {
    run(line.split(" "));

    assertThat(err.toString(UTF_8)).contains("\tat io.facestream.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-q demo", "demo --quiet"})
  void shouldTellErrorsOnlyWhenQuiet(String command) {
    String line = command + " --video no-such.mp4 --gallery x";
    assertThat(run(line.split(" "))).isEqualTo(1);
    assertThat(errLines()).singleElement().asString().contains("no-such.mp4");
    assertThat(out.size()).isZero();
  }

  @Test
  void shouldNotBeQuietAndVerboseAtOnce() {
    assertThat(run("-q", "topics", "create", "-v")).isEqualTo(2);
    assertThat(errLines()).first().asString().contains("--quiet and --verbose are opposites");
  }

  private int run(String... arguments) {
    return Facestream.commandLine()
        .setOut(TerminalWriter.to(new PrintStream(out, true, UTF_8)))
        .setErr(TerminalWriter.to(new PrintStream(err, true, UTF_8)))
        .execute(arguments);
  }

  private List<String> errLines() {
    return err.toString(UTF_8).lines().toList();
  }
}
