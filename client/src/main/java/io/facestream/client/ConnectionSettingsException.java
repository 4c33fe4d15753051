package io.facestream.client;

import io.facestream.wire.FacestreamException;
import io.facestream.wire.Printable;

/**
 * The client properties file is no good; the message is one line that names the file, what is wrong
 * and the cure, and repeats no value of it. It has no cause, since Kafka's exceptions do.
 */
public final class ConnectionSettingsException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  private ConnectionSettingsException(String message) {
    super(message);
  }

  static ConnectionSettingsException unreadable(String file) {
    return new ConnectionSettingsException(
        "Cannot read '"
            + file
            + "'. It is to be a client properties file, as Kafka's own tools take it.");
  }

  static ConnectionSettingsException misspelt(String file, String name, String meant) {
    return new ConnectionSettingsException(
        "'"
            + file
            + "' has the setting "
            + Printable.of(name)
            + ", which Kafka's clients do not know. Write "
            + meant
            + " if that is meant.");
  }

  static ConnectionSettingsException wrong(KafkaConnection connection, String complaint) {
    return new ConnectionSettingsException(
        "Kafka's client does not take the settings"
            + connection.file().map(file -> " of '" + file + "'").orElse("")
            + ": "
            + complaint);
  }
}
