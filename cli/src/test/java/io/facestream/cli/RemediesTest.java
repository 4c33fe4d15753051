package io.facestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.BrokerUnreachableException;
import io.facestream.client.KafkaConnection;
import io.facestream.embedded.kafka.PortTakenException;
import io.facestream.options.Remedies;
import io.facestream.vision.packs.MissingModelException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class RemediesTest {
  private static final String NOBODY = "No Kafka broker answers at a:1; start it there";

  private final CommandLine facestream = Facestream.commandLine();

  @Test
  void shouldNameTheOptionsThatHelp() {
    assertThat(Remedies.told(of("ingest"), nobody()))
        .isEqualTo(
            NOBODY
                + ", or name another with --bootstrap-servers, or, where it asks for TLS or a"
                + " password, name a file of settings with --kafka-config");
    assertThat(Remedies.told(of("gallery", "load"), new MissingModelException("It is not there")))
        .isEqualTo("It is not there, or name a folder that holds it with --models");
    assertThat(Remedies.told(of("demo"), new PortTakenException(9092)))
        .isEqualTo(
            "Port 9092 is taken, so Kafka cannot start on it; free it, or choose another with"
                + " --kafka-port");
  }

  @Test
  void shouldNameNoOptionThatTheCommandHasNot() {
    assertThat(Remedies.told(of("models", "list"), nobody())).isEqualTo(NOBODY);
  }

  @Test
  void shouldNameThemOfACommandThatPassesItsArgumentsOn() {
    assertThat(Remedies.told(of("job"), nobody())).contains("--bootstrap-servers");
  }

  @Test
  void shouldLeaveTheMessagesOfOthersAsTheyAre() {
    assertThat(Remedies.told(of("ingest"), new IllegalArgumentException("x"))).isEqualTo("x");
  }

  private CommandSpec of(String... names) {
    CommandLine command = facestream;
    for (String name : names) {
      command = command.getSubcommands().get(name);
    }
    return command.getCommandSpec();
  }

  private static BrokerUnreachableException nobody() {
    return new BrokerUnreachableException(KafkaConnection.to("a:1"), null);
  }
}
