package io.facestream.options;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where Kafka is, and how to get in. */
public final class BrokerOptions {
  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT[,…]",
      defaultValue = "${env:FACESTREAM_BOOTSTRAP_SERVERS:-localhost:9092}",
      description = "Kafka brokers. Default: ${DEFAULT-VALUE}.")
  private String bootstrapServers;

  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      defaultValue = "${env:FACESTREAM_KAFKA_CONFIG}",
      description =
          "Client properties file for brokers that ask for TLS or a password, as Kafka's own tools"
              + " take it.")
  private Path kafkaConfig;

  /** {@code host:port[,host:port…]}, as given. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** The client properties file, as given; null when there is none. */
  public Path kafkaConfig() {
    return kafkaConfig;
  }
}
