package io.facestream.job.options;

import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How answers reach their readers. */
final class DeliveryOptions {
  /** What a failure may do to answers. */
  enum Guarantee {
    /** Answers since the last checkpoint may come again, under the same ids. */
    AT_LEAST_ONCE,
    /** Readers of committed records see each answer once, and only after the next checkpoint. */
    EXACTLY_ONCE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Option(
      names = "--delivery",
      paramLabel = "at-least-once|exactly-once",
      defaultValue = "at-least-once",
      description =
          "exactly-once writes in transactions: an answer is readable after the next checkpoint."
              + " Default: ${DEFAULT-VALUE}.")
  Guarantee guarantee;

  @Option(
      names = "--transaction-prefix",
      paramLabel = "ID",
      description =
          "With exactly-once, begins the transactions' ids; no two jobs on a Kafka cluster may"
              + " share it. Default: the group id.")
  String transactionPrefix;

  @Option(
      names = "--transaction-timeout",
      paramLabel = "DURATION",
      converter = Durations.class,
      defaultValue = "15min",
      description =
          "With exactly-once, after how long an outage of the job the broker discards what was not"
              + " committed; at most the broker's transaction.max.timeout.ms."
              + " Default: ${DEFAULT-VALUE}.")
  Duration transactionTimeout;

  void validate(CommandLine command, Duration checkpointInterval) {
    Check.between(
        command,
        "--transaction-timeout",
        transactionTimeout,
        Duration.ofMillis(1),
        Duration.ofMillis(Integer.MAX_VALUE));
    if (transactionPrefix != null) {
      Check.notBlank(command, "--transaction-prefix", transactionPrefix);
    }
    Check.that(
        command,
        guarantee != Guarantee.EXACTLY_ONCE || transactionTimeout.compareTo(checkpointInterval) > 0,
        "--transaction-timeout must be longer than --checkpoint-interval, or no transaction is ever"
            + " committed");
  }

  Delivery delivery(String groupId) {
    return new Delivery(
        guarantee == Guarantee.EXACTLY_ONCE,
        transactionPrefix == null ? groupId : transactionPrefix,
        transactionTimeout);
  }
}
