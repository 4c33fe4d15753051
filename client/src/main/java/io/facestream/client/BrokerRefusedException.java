package io.facestream.client;

/**
 * A broker answered, and refuses: it does not know who asks, is not trusted, or does not allow it.
 * The message is one line that names the cause and the cure.
 */
public final class BrokerRefusedException extends RequestFailedException {
  private static final long serialVersionUID = 1L;

  BrokerRefusedException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * The user lacks a right.
   *
   * @param rights such as {@code Read on topic 'frames'}
   */
  public static BrokerRefusedException lacking(
      KafkaConnection connection, String rights, Throwable cause) {
    return new BrokerRefusedException(
        "The broker at "
            + connection.bootstrapServers()
            + " does not allow this user "
            + rights
            + ". Let its administrator add that to the ACLs"
            + connection.file().map(file -> ", or come as another user (" + file + ")").orElse("")
            + ".",
        cause);
  }
}
