package io.facestream.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.AbstractConfiguration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whoever may write a topic or name a file writes into our logs; this is how it looks there. */
class LogLayoutTest {
  static final List<String> CONFIGURATIONS =
      List.of(
          "cli/src/main/resources/log4j2.xml",
          "cluster/src/main/resources/io/facestream/cluster/conf/kafka-log4j.properties",
          "flink-conf/log4j.properties",
          "flink-conf/log4j-console.properties");

  @TempDir private Path logs;
  private AbstractConfiguration configuration;

  @BeforeEach
  void place() {
    System.setProperty("log.file", logs.resolve("flink.log").toString());
    System.setProperty("facestream.log", logs.resolve("facestream.log").toString());
  }

  @AfterEach
  void close() {
    configuration.getAppenders().values().forEach(Appender::stop);
    System.clearProperty("log.file");
    System.clearProperty("facestream.log");
  }

  @ParameterizedTest
  @FieldSource("CONFIGURATIONS")
  void words_from_outside_stay_on_their_line_and_steer_no_terminal(String file) {
    assertThat(logged(file, "Refused Ada\r\nERROR all is lost\u001b[2J\u007f\u009b1m", null))
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line)
                    .endsWith(
                        "Refused Ada\\r\\nERROR all is lost\\u001B[2J\\u007F\\u009B1m"
                            + System.lineSeparator())
                    .hasLineCount(1));
  }

  @ParameterizedTest
  @FieldSource("CONFIGURATIONS")
  void the_direction_of_writing_is_not_turned(String file) {
    assertThat(logged(file, "a photo\u202egpj.exe\u2028b", null))
        .allSatisfy(line -> assertThat(line.strip()).endsWith("a photo?gpj.exe?b"));
  }

  @ParameterizedTest
  @FieldSource("CONFIGURATIONS")
  void ordinary_messages_are_as_they_were(String file) {
    String message = "The camera \"lobby\" of 'José' (王小明) at C:\\photos/1.jpg, {} ${x} 100 %";
    assertThat(logged(file, message, null))
        .allSatisfy(line -> assertThat(line.strip()).endsWith(message));
  }

  @ParameterizedTest
  @FieldSource("CONFIGURATIONS")
  void a_stack_trace_is_there_and_none_of_its_lines_looks_like_an_entry(String file) {
    Exception failure =
        new IllegalStateException("of Ada\n2026-01-01 ERROR lost\u001b[2J", new Exception("why"));
    List<String> entries = logged(file, "Cannot go on", failure);
    assertThat(entries).allSatisfy(entry -> assertThat(entry).contains("Cannot go on", "of Ada"));
    // A person at a terminal is told the reason alone.
    assertThat(entries)
        .filteredOn(entry -> entry.startsWith("WARN"))
        .allMatch(("WARN Cannot go on of Ada\\n2026-01-01 ERROR lost\\u001B[2J\n")::equals);
    assertThat(entries)
        .filteredOn(entry -> entry.contains("IllegalStateException"))
        .isNotEmpty()
        .allSatisfy(
            entry -> {
              assertThat(entry.lines().skip(1)).allMatch(line -> line.startsWith("    "));
              assertThat(entry)
                  .contains("Cannot go on", "of Ada", "ERROR lost?[2J", "\tat ", "Caused by")
                  .endsWith(System.lineSeparator());
            });
  }

  /** What each appender of a configuration would write. */
  private List<String> logged(String file, String message, Throwable failure) {
    URI place = Checkout.ROOT.resolve(file).toUri();
    configuration =
        (AbstractConfiguration)
            ConfigurationFactory.getInstance()
                .getConfiguration(new LoggerContext("test"), "test", place);
    configuration.initialize();
    Log4jLogEvent event =
        Log4jLogEvent.newBuilder()
            .setLoggerName("io.facestream.Test")
            .setLevel(Level.WARN)
            .setMessage(new SimpleMessage(message))
            .setThrown(failure)
            .setThreadName("main")
            .build();
    return configuration.getAppenders().values().stream()
        .map(appender -> appender.getLayout().toSerializable(event).toString())
        .toList();
  }
}
