package io.facestream.client;

import io.facestream.wire.FacestreamException;
import io.facestream.wire.Remedy;
import java.util.List;

/** No Kafka broker answered; the message names the address. */
public final class BrokerUnreachableException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  private final boolean withSettings;

  public BrokerUnreachableException(KafkaConnection connection, Throwable cause) {
    super(
        "No Kafka broker answers at "
            + connection.bootstrapServers()
            + "; start it there"
            + connection
                .file()
                .map(file -> ", or correct security.protocol in '" + file + "'")
                .orElse(""),
        cause);
    this.withSettings = connection.file().isPresent();
  }

  @Override
  public List<Remedy> remedies() {
    return withSettings
        ? List.of(Remedy.BROKER)
        : List.of(Remedy.BROKER, Remedy.CONNECTION_SETTINGS);
  }
}
