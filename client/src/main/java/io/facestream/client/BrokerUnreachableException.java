package io.facestream.client;

import io.facestream.wire.FacestreamException;

/** No Kafka broker answered; the message names the address and the cure. */
public final class BrokerUnreachableException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  public BrokerUnreachableException(KafkaConnection connection, Throwable cause) {
    super(
        "No Kafka broker answers at "
            + connection.bootstrapServers()
            + ". Start it, or name another with --bootstrap-servers HOST:PORT"
            + (connection.file().isPresent()
                ? ""
                : "; one that asks for TLS or a password needs --kafka-config FILE")
            + ".",
        cause);
  }
}
