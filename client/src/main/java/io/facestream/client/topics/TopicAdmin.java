package io.facestream.client.topics;

import io.facestream.client.BrokerUnreachableException;
import io.facestream.wire.TopicSpec;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics that are missing, and says plainly when the broker cannot be reached. */
public final class TopicAdmin {
  private static final int REQUEST_TIMEOUT_MILLIS = 10_000;

  /** Ten seconds of patience with a broker that does not know a new topic yet. */
  private static final int ATTEMPTS = 200;

  private static final long PAUSE_NANOS = 50_000_000;

  private TopicAdmin() {}

  /**
   * Creates each topic that does not exist yet, and waits until the new ones take records; existing
   * topics are left as they are.
   *
   * @param bootstrapServers {@code host:port[,host:port…]}
   * @param replication the replication factor of the topics it creates; −1 lets the broker decide
   * @return the names of those it created, in the order given
   * @throws BrokerUnreachableException when no broker answers within ten seconds, or no host
   *     resolves
   * @throws IllegalStateException when the broker refuses; the message says why
   */
  public static List<String> createMissing(
      String bootstrapServers, short replication, Collection<TopicSpec> topics) {
    try (Admin admin = open(bootstrapServers)) {
      Map<TopicPartition, OffsetSpec> created = new HashMap<>();
      Map<String, KafkaFuture<Void>> results =
          admin
              .createTopics(topics.stream().map(topic -> newTopic(topic, replication)).toList())
              .values();
      for (TopicSpec topic : topics) {
        if (isNew(topic.name(), results.get(topic.name()), bootstrapServers)) {
          for (int partition = 0; partition < topic.partitions(); partition++) {
            created.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
          }
        }
      }
      awaitServed(admin, created, bootstrapServers);
      List<String> newNames = created.keySet().stream().map(TopicPartition::topic).toList();
      return topics.stream().map(TopicSpec::name).filter(newNames::contains).toList();
    }
  }

  /**
   * An admin client that gives up after ten seconds instead of Kafka's default minute.
   *
   * @throws BrokerUnreachableException when no host resolves; an unreachable broker shows only in
   *     the requests, as Kafka's {@link TimeoutException}
   */
  public static Admin open(String bootstrapServers) {
    Properties settings = new Properties();
    settings.putAll(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS));
    try {
      return Admin.create(settings);
    } catch (KafkaException e) {
      // Kafka resolves the hosts in the client's constructor.
      throw new BrokerUnreachableException(bootstrapServers, e);
    }
  }

  private static NewTopic newTopic(TopicSpec topic, short replication) {
    return new NewTopic(topic.name(), topic.partitions(), replication).configs(topic.allSettings());
  }

  /** Whether the topic was created; false when it was there already. */
  private static boolean isNew(String topic, Future<Void> created, String bootstrapServers) {
    try {
      await(created, "create topic '" + topic + "'", bootstrapServers);
      return true;
    } catch (TopicExistsException e) {
      return false;
    }
  }

  /**
   * Waits until every new partition answers. A partition refuses its first moments' writes, and an
   * idempotent producer whose first batch is refused and second taken is out of sequence for good.
   */
  private static void awaitServed(
      Admin admin, Map<TopicPartition, OffsetSpec> partitions, String bootstrapServers) {
    for (int attempt = 1; ; attempt++) {
      try {
        await(admin.listOffsets(partitions).all(), "reach the new topics", bootstrapServers);
        return;
      } catch (IllegalStateException e) {
        // The broker learns of its topics a moment after the controller has made them.
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || attempt == ATTEMPTS) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  /**
   * The answer to a request.
   *
   * @param task what cannot be done when it fails, for the message
   * @throws BrokerUnreachableException when no broker answers
   * @throws IllegalStateException when the broker refuses; one line that says why, with Kafka's own
   *     exception as its cause
   */
  public static <T> T await(Future<T> result, String task, String bootstrapServers) {
    try {
      return result.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException exists) {
        throw exists;
      }
      if (e.getCause() instanceof TimeoutException) {
        throw new BrokerUnreachableException(bootstrapServers, e.getCause());
      }
      throw new IllegalStateException(
          "Cannot " + task + ": " + e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted: cannot " + task, e);
    }
  }
}
