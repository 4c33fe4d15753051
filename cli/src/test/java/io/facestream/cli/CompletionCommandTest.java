package io.facestream.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionCommandTest {
  @TempDir private Path folder;
  private Path script;

  @BeforeEach
  void writeTheScript() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        Facestream.commandLine()
            .setOut(TerminalWriter.to(new PrintStream(out, true, UTF_8)))
            .execute("completion");
    assertThat(code).isZero();
    script = Files.write(folder.resolve("completion"), out.toByteArray());
  }

  @Test
  void shouldPrintAScriptThatBashReads() throws Exception {
    assertThat(bash("bash -n " + script)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "demo, facestream dem",
    "status, facestream cluster sta",
    "--until-end, facestream demo --unt",
    "--camera-threshold, facestream job --camera-thr",
    "--camera-threshold, facestream cluster submit --camera-thr",
    "--from-savepoint, facestream cluster submit --from"
  })
  void shouldCompleteCommandsAndOptions(String completed, String typed) throws Exception {
    String words =
        String.format(
            Locale.ROOT,
            "COMP_WORDS=(%s); COMP_CWORD=%d; COMP_LINE='%s'; COMP_POINT=%d",
            typed,
            typed.split(" ").length - 1,
            typed,
            typed.length());
    String all =
        bash(
            "source "
                + script
                + "; "
                + words
                + "; _complete_facestream; printf '%s\\n' \"${COMPREPLY[@]}\"");
    assertThat(all.lines()).contains(completed);
  }

  private static String bash(String commands) throws Exception {
    Process bash =
        new ProcessBuilder(List.of("bash", "-c", commands)).redirectErrorStream(true).start();
    bash.getOutputStream().close();
    String said = new String(bash.getInputStream().readAllBytes(), UTF_8);
    assertThat(bash.waitFor()).as(said).isZero();
    return said;
  }
}
