package io.facestream.job.kafka;

import io.facestream.client.BrokerUnreachableException;
import io.facestream.client.KafkaConnection;
import io.facestream.client.RequestFailedException;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.job.options.Delivery;
import io.facestream.options.BadOptionsException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the broker refuses, found out before the job is submitted. */
public final class BrokerLimits {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerLimits.class);
  private static final String MAX_TIMEOUT = "transaction.max.timeout.ms";

  private BrokerLimits() {}

  /**
   * Checks that the broker takes transactions with this time-out.
   *
   * @throws BadOptionsException when it does not, with the limit and the cure
   * @throws BrokerUnreachableException when nobody answers
   */
  public static void check(Delivery delivery, KafkaConnection connection) {
    if (!delivery.exactlyOnce()) {
      return;
    }
    Duration most = maxTransactionTimeout(connection);
    if (delivery.transactionTimeout().compareTo(most) > 0) {
      throw new BadOptionsException(
          String.format(
              Locale.ROOT,
              "--transaction-timeout is %d ms, the broker allows %d ms; lower it, or raise %s there",
              delivery.transactionTimeout().toMillis(),
              most.toMillis(),
              MAX_TIMEOUT));
    }
  }

  private static Duration maxTransactionTimeout(KafkaConnection connection) {
    try (Admin admin = TopicAdmin.open(connection)) {
      Collection<Node> nodes =
          TopicAdmin.await(admin.describeCluster().nodes(), "list the brokers", connection);
      ConfigResource broker =
          new ConfigResource(ConfigResource.Type.BROKER, nodes.iterator().next().idString());
      Config settings =
          TopicAdmin.await(
                  admin.describeConfigs(List.of(broker)).all(),
                  "read the broker's settings",
                  connection)
              .get(broker);
      return Duration.ofMillis(Long.parseLong(settings.get(MAX_TIMEOUT).value()));
    } catch (RequestFailedException e) {
      if (!(e.getCause() instanceof AuthorizationException)) {
        throw e;
      }
      LOG.warn("May not read the broker's {}; a time-out above it fails the job", MAX_TIMEOUT);
      return Duration.ofMillis(Long.MAX_VALUE);
    }
  }
}
