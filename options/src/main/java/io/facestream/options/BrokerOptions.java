package io.facestream.options;

import picocli.CommandLine.Option;

/** Where Kafka is. */
public final class BrokerOptions {
  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT[,…]",
      defaultValue = "${env:FACESTREAM_BOOTSTRAP_SERVERS:-localhost:9092}",
      description = "Kafka brokers. Default: ${DEFAULT-VALUE}.")
  private String bootstrapServers;

  /** {@code host:port[,host:port…]}, as given. */
  public String bootstrapServers() {
    return bootstrapServers;
  }
}
