package io.facestream.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.wire.TopicSpec;
import io.facestream.wire.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@Timeout(60)
class TopicsCommandITCase {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void shouldCreateAllTopicsOnceAndTellWhatExists() {
    try (EmbeddedKafka broker = EmbeddedKafka.start()) {
      String servers = broker.bootstrapServers();

      assertThat(run("create", "--bootstrap-servers", servers, "--partitions", "frames=4"))
          .isZero();
      assertThat(out.toString().lines()).containsExactlyElementsOf(lines("created").toList());

      out.getBuffer().setLength(0);
      assertThat(run("create", "--bootstrap-servers", servers)).isZero();
      assertThat(out.toString().lines())
          .containsAll(lines("exists").toList())
          .anySatisfy(line -> assertThat(line.strip()).isEqualTo("but partitions is 4, not 16"))
          .hasSize(Topics.ALL.size() + 1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--partitions=faces=3", "--partitions=frames=0", "--replication=0"})
  void shouldRefuseWhatCannotBe(String option) {
    assertThat(run("create", option)).isEqualTo(2);
    assertThat(err.toString()).contains(option.split("=")[0]);
  }

  @Test
  void shouldAskWhatToDo() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("Say what to do: create");
  }

  private static Stream<String> lines(String state) {
    return Topics.ALL.stream()
        .map(TopicSpec::name)
        .map(name -> String.format(Locale.ROOT, "%-12s %s", name, state));
  }

  private int run(String... arguments) {
    return new CommandLine(new TopicsCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }
}
