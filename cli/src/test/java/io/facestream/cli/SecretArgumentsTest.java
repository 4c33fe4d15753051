package io.facestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A usage error repeats what is wrong with the arguments, but no password in an address. */
class SecretArgumentsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "rtsp://admin:S3cret@10.0.0.5/live",
        "rtsp://admin:S3cret/it's@10.0.0.5/live",
        "http://10.0.0.5/mjpg?usr=admin&pwd=S3cret",
        "ftp://admin:S3cret@10.0.0.5/live",
        "admin:S3cret@10.0.0.5/live"
      })
  void a_wrong_argument_tells_no_password(String url) {
    for (List<String> arguments :
        List.of(
            List.of("ingest", url),
            List.of("ingest", "--camera", url),
            List.of("-v", "ingest", "--camera", url),
            List.of("ingest", "-v", "--camera", "lobby=" + url, "--partitions", "0"),
            List.of("demo", "-v", "--camera", "lobby=" + url),
            List.of("ingest", "--camera=lobby=" + url, "--cam", "x"),
            List.of("ingest", "--pace", url),
            List.of("ingest", "--camera", "lobby=" + url, "--partitions", url),
            List.of("demo", "--camera", url),
            List.of("demo", url),
            List.of("gallery", "list", url))) {
      StringWriter said = new StringWriter();
      int code =
          Facestream.commandLine()
              .setOut(new PrintWriter(said, true))
              .setErr(new PrintWriter(said, true))
              .execute(arguments.toArray(String[]::new));
      assertThat(code).as("%s", arguments).isPositive();
      assertThat(said.toString()).as("%s", arguments).isNotEmpty().doesNotContain("S3cret");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"alerts/a@b", "lobby@0-4711/", "a/b@1@0"})
  void shouldRepeatAnIdThatIsWrong(String id) {
    StringWriter said = new StringWriter();
    int code = Facestream.commandLine().setErr(new PrintWriter(said, true)).execute("wrong", id);
    assertThat(code).isEqualTo(2);
    assertThat(said.toString()).startsWith("facestream: '" + id + "' is no id of an alert");
  }
}
