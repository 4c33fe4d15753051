package io.facestream.embedded.kafka;

import io.facestream.embedded.EmbeddedException;
import io.facestream.wire.Remedy;
import java.util.List;
import java.util.Locale;

/** Somebody else listens on the port that was chosen for the broker; the message names it. */
public final class PortTakenException extends EmbeddedException {
  private static final long serialVersionUID = 1L;

  /**
   * @param port 1…65535
   */
  public PortTakenException(int port) {
    super(
        String.format(Locale.ROOT, "Port %d is taken, so Kafka cannot start on it; free it", port));
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(Remedy.BROKER_PORT);
  }
}
