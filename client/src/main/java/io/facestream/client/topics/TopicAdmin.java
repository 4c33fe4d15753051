package io.facestream.client.topics;

import io.facestream.client.BrokerPatience;
import io.facestream.client.BrokerUnreachableException;
import io.facestream.client.ConnectionSettingsException;
import io.facestream.client.KafkaConnection;
import io.facestream.client.KafkaFailures;
import io.facestream.client.RequestFailedException;
import io.facestream.wire.TopicSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics that are missing, and says plainly when the broker cannot be reached. */
public final class TopicAdmin {
  /** Copies of a topic that the command creates: as the broker is set up. */
  public static final short REPLICATION_OF_THE_BROKER = -1;

  /** A client that is dead inside, as by too little memory for what is no answer, never answers. */
  private static final int LOST_REQUEST_MILLIS = 30_000;

  /** Ten seconds of patience with a broker that does not know a new topic yet. */
  private static final int ATTEMPTS = 200;

  private static final long PAUSE_NANOS = 50_000_000;

  private TopicAdmin() {}

  /**
   * Creates each topic that does not exist yet, and waits until the new ones take records; existing
   * topics are left as they are, and the right to create topics is not needed for them.
   *
   * @param replication the replication factor of the topics it creates; −1 lets the broker decide
   * @return the names of those it created, in the order given
   * @throws BrokerUnreachableException when no broker answers within ten seconds, or no host
   *     resolves
   * @throws ConnectionSettingsException when Kafka's client does not take the settings
   * @throws RequestFailedException when the broker refuses; the message says why
   */
  public static List<String> createMissing(
      KafkaConnection connection, short replication, Collection<TopicSpec> topics) {
    try (Admin admin = open(connection)) {
      List<TopicSpec> missing = missing(admin, connection, topics);
      if (missing.isEmpty()) {
        return List.of();
      }
      Map<TopicPartition, OffsetSpec> created = new HashMap<>();
      Map<String, KafkaFuture<Void>> results =
          admin
              .createTopics(missing.stream().map(topic -> newTopic(topic, replication)).toList())
              .values();
      for (TopicSpec topic : missing) {
        if (isNew(topic.name(), results.get(topic.name()), connection)) {
          for (int partition = 0; partition < topic.partitions(); partition++) {
            created.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
          }
        }
      }
      awaitServed(admin, created, connection);
      List<String> newNames = created.keySet().stream().map(TopicPartition::topic).toList();
      return missing.stream().map(TopicSpec::name).filter(newNames::contains).toList();
    }
  }

  /**
   * An admin client that gives up when the {@link BrokerPatience} is at its end.
   *
   * @throws BrokerUnreachableException when no host resolves; an unreachable broker shows only in
   *     the requests
   * @throws ConnectionSettingsException when Kafka's client does not take the settings
   */
  public static Admin open(KafkaConnection connection) {
    int answerWithin = BrokerPatience.millis();
    try {
      return Admin.create(
          connection.settings(
              Map.of(
                  AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, answerWithin,
                  AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, answerWithin)));
    } catch (KafkaException e) {
      // Kafka resolves the hosts, and reads certificates, in the client's constructor.
      throw KafkaFailures.ofClient(connection, e);
    }
  }

  private static List<TopicSpec> missing(
      Admin admin, KafkaConnection connection, Collection<TopicSpec> topics) {
    Map<String, KafkaFuture<TopicDescription>> found =
        admin.describeTopics(topics.stream().map(TopicSpec::name).toList()).topicNameValues();
    List<TopicSpec> missing = new ArrayList<>();
    for (TopicSpec topic : topics) {
      try {
        await(found.get(topic.name()), "describe topic '" + topic.name() + "'", connection);
      } catch (RequestFailedException e) {
        // One that cannot be is for the creation to refuse.
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
            && !(e.getCause() instanceof InvalidTopicException)) {
          throw e;
        }
        missing.add(topic);
      }
    }
    return missing;
  }

  private static NewTopic newTopic(TopicSpec topic, short replication) {
    return new NewTopic(topic.name(), topic.partitions(), replication).configs(topic.allSettings());
  }

  /** Whether the topic was created; false when somebody else was quicker. */
  private static boolean isNew(String topic, Future<Void> created, KafkaConnection connection) {
    try {
      await(created, "create topic '" + topic + "'", connection);
      return true;
    } catch (RequestFailedException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Waits until every new partition answers. A partition refuses its first moments' writes, and an
   * idempotent producer whose first batch is refused and second taken is out of sequence for good.
   */
  private static void awaitServed(
      Admin admin, Map<TopicPartition, OffsetSpec> partitions, KafkaConnection connection) {
    for (int attempt = 1; ; attempt++) {
      try {
        await(admin.listOffsets(partitions).all(), "reach the new topics", connection);
        return;
      } catch (RequestFailedException e) {
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
   * @throws RequestFailedException when the broker refuses; one line that says why, with Kafka's
   *     own exception as its cause
   */
  public static <T> T await(Future<T> result, String task, KafkaConnection connection) {
    try {
      return result.get(LOST_REQUEST_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw KafkaFailures.of(connection, task, e.getCause());
    } catch (TimeoutException e) {
      throw new BrokerUnreachableException(connection, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted: cannot " + task, e);
    }
  }
}
