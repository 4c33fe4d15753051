package io.facestream.bench.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ApiBenchCommandTest {
  @ParameterizedTest
  @CsvSource({
    "--cameras-load, 1",
    "--cameras-load, 0",
    "--every, 0",
    "--clients, 0",
    "--templates, 0",
    "--seconds, 0",
    "--requests, 0"
  })
  void shouldRefuseWhatCannotBeMeasured(String option, String value) {
    StringWriter err = new StringWriter();
    CommandLine command = new CommandLine(new ApiBenchCommand()).setErr(new PrintWriter(err));
    assertThat(command.execute(option, value)).isEqualTo(2);
    assertThat(err.toString()).contains(option + " must be");
  }
}
