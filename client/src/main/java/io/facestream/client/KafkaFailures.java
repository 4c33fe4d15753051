package io.facestream.client;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;

/** Makes of Kafka's exceptions one line that names cause and cure. */
public final class KafkaFailures {
  private static final Pattern SETTING = Pattern.compile("configuration ([a-z0-9._]{1,100})");
  private static final int DEEPEST = 20;

  private KafkaFailures() {}

  /**
   * What a request's failure means.
   *
   * @param task what cannot be done, such as {@code read topic 'gallery'}
   * @return a {@link BrokerUnreachableException}, a {@link BrokerRefusedException}, or, for all
   *     else, a {@link RequestFailedException} of Kafka's own words with the failure as its cause
   */
  public static RuntimeException of(KafkaConnection connection, String task, Throwable failure) {
    if (failure instanceof TimeoutException) {
      return new BrokerUnreachableException(connection, failure);
    }
    if (failure instanceof SslAuthenticationException) {
      return distrusted(connection, failure);
    }
    if (failure instanceof AuthenticationException) {
      return new BrokerRefusedException(
          String.format(
              Locale.ROOT,
              "The broker at %s does not let this user in: %s. Check sasl.mechanism and"
                  + " sasl.jaas.config%s.",
              connection.bootstrapServers(),
              firstLine(failure),
              in(connection)),
          failure);
    }
    if (failure instanceof AuthorizationException) {
      return BrokerRefusedException.lacking(connection, "to " + task + what(failure), failure);
    }
    return new RequestFailedException("Cannot " + task + ": " + failure.getMessage(), failure);
  }

  /**
   * What it means that a client cannot even be made.
   *
   * @return a {@link BrokerUnreachableException} when no host resolves, else a {@link
   *     ConnectionSettingsException}
   */
  public static RuntimeException ofClient(KafkaConnection connection, Throwable failure) {
    String found = null;
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      if (message.contains("bootstrap.servers")) {
        return new BrokerUnreachableException(connection, failure);
      }
      String complaint = complaint(cause, message);
      found = complaint == null ? found : complaint;
    }
    return connection.file().isEmpty()
        ? new BrokerUnreachableException(connection, failure)
        : ConnectionSettingsException.wrong(
            connection, found == null ? "check them with one of Kafka's own tools." : found);
  }

  /** In words of ours: Kafka's repeat values. */
  private static String complaint(Throwable cause, String message) {
    Matcher setting = SETTING.matcher(message);
    if (cause instanceof ConfigException && setting.find()) {
      return "check the value of " + setting.group(1) + ".";
    }
    if (message.contains("JAAS") || message.contains("LoginModule")) {
      return "sasl.jaas.config is to be of the form: org.apache.kafka….LoginModule required"
          + " username=\"…\" password=\"…\"; with the semicolon.";
    }
    if (message.contains("keystore") || message.contains("PEM") || message.contains("SSL")) {
      return "the files, types and passwords of ssl.truststore.* and ssl.keystore.* do not go"
          + " together; check that the files are there, and their passwords.";
    }
    return null;
  }

  private static BrokerRefusedException distrusted(KafkaConnection connection, Throwable failure) {
    Throwable root = failure;
    for (int depth = 0; root.getCause() != null && depth < DEEPEST; depth++) {
      root = root.getCause();
    }
    return new BrokerRefusedException(
        String.format(
            Locale.ROOT,
            "No trust between this side and the broker at %s: %s. Check whom to trust"
                + " (ssl.truststore.*) and, where the broker asks for it, who this is"
                + " (ssl.keystore.*)%s.",
            connection.bootstrapServers(),
            firstLine(root),
            in(connection)),
        failure);
  }

  private static String what(Throwable failure) {
    if (failure instanceof TopicAuthorizationException topics
        && !topics.unauthorizedTopics().isEmpty()) {
      return " (topic " + String.join(", ", topics.unauthorizedTopics()) + ")";
    }
    if (failure instanceof GroupAuthorizationException group && group.groupId() != null) {
      return " (group " + group.groupId() + ")";
    }
    if (failure instanceof TransactionalIdAuthorizationException) {
      return " (transactional id)";
    }
    return failure instanceof ClusterAuthorizationException ? " (cluster)" : "";
  }

  private static String in(KafkaConnection connection) {
    return connection
        .file()
        .map(file -> " in " + file)
        .orElse("; a client properties file says them");
  }

  private static String firstLine(Throwable failure) {
    String message = failure.getMessage();
    if (message == null || message.isBlank()) {
      return failure.getClass().getSimpleName();
    }
    String line = message.lines().findFirst().orElse(message).strip();
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}
