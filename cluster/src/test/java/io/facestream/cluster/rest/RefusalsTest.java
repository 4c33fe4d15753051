package io.facestream.cluster.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalsTest {
  @Test
  void shouldFindTheInnermostCauseOfAStackTrace() {
    String body =
        """
        {"errors":["Internal server error.","<Exception on server side:\\norg.apache.flink.client.program.ProgramInvocationException: The main method caused an error: Unknown pack\\n\\tat a.B.c(B.java:1)\\nCaused by: java.lang.IllegalArgumentException: There is no model pack 'x'\\n\\tat d.E.f(E.java:2)\\n"]}
        """;
    assertThat(Refusals.reason(body)).isEqualTo("There is no model pack 'x'");
  }

  @Test
  void shouldNameTheOptionWhoseValueIsNone() {
    String told = "Invalid value for option '--search-back': 'soon' is not a duration";
    String trace =
        "Caused by: io.facestream.options.BadOptionsException: "
            + told
            + "\\n\\tat a.B.c(B.java:1)\\nCaused by: picocli.CommandLine$TypeConversionException:"
            + " 'soon' is not a duration\\n";
    assertThat(Refusals.reason("{\"errors\":[\"Internal server error.\",\"x\\n" + trace + "\"]}"))
        .isEqualTo(told);
  }

  @Test
  void shouldTellWrongOptionsFromOtherFailures() {
    String wrong =
        "Caused by: io.facestream.options.BadOptionsException: Unknown options: '--x'\\nCaused by: picocli.CommandLine$UnmatchedArgumentException: Unknown options: '--x'";
    assertThat(Refusals.isAboutOptions("{\"errors\":[\"" + wrong + "\"]}")).isTrue();
    assertThat(Refusals.isAboutOptions("{\"errors\":[\"Job 1 not found\"]}")).isFalse();
    assertThat(Refusals.isAboutOptions("{\"errors\":[\"Caused by: picocli.CommandLine$X: y\"]}"))
        .isFalse();
  }

  @Test
  void shouldKeepTheNameOfAnExceptionThatSaysNothingElse() {
    assertThat(Refusals.innermost("a.b.Outer: failed\nCaused by: java.lang.NullPointerException"))
        .isEqualTo("java.lang.NullPointerException");
  }

  @Test
  void shouldTellTheRecordThatTheJobFailedOn() {
    String told =
        "Judge failed on frames:3:4711 (--skip frames:3:4711 goes on without it): a.B: why";
    assertThat(
            Refusals.failure(
                "io.facestream.job.records.RecordFailure: "
                    + told
                    + "\n\tat x\nCaused by: a.B: why"))
        .isEqualTo(told);
    assertThat(Refusals.failure("a.B: one\nCaused by: a.C: two")).isEqualTo("two");
  }

  @Test
  void shouldTakeTheLineThatIsThereWhenNothingWasTheCause() {
    assertThat(Refusals.reason("{\"errors\":[\"Job 1 not found\"]}")).isEqualTo("Job 1 not found");
    assertThat(Refusals.reason("{\"errors\":[\"\",\"Internal server error.\"]}"))
        .isEqualTo("Internal server error.");
  }

  @Test
  void shouldNotFailOnAnAnswerThatIsNoJson() {
    assertThat(Refusals.reason("<html>404</html>")).isEqualTo("<html>404</html>");
    assertThat(Refusals.reason("")).isEqualTo("no reason given");
  }
}
