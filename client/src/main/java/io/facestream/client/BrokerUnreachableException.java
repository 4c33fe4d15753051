package io.facestream.client;

/** No Kafka broker answered; the message names the address and the cure. */
public final class BrokerUnreachableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BrokerUnreachableException(String bootstrapServers, Throwable cause) {
    super(
        "No Kafka broker answers at "
            + bootstrapServers
            + ". Start it, or name another with --bootstrap-servers HOST:PORT.",
        cause);
  }
}
