package io.facestream.client.topics;

import io.facestream.client.BrokerRefusedException;
import io.facestream.client.KafkaConnection;
import io.facestream.client.RequestFailedException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Asks the broker for the rights that will be needed, before anything begins: a right that is
 * missing later shows as a job that restarts for ever, or as frames that are refused one by one.
 *
 * <pre>{@code
 * AccessCheck.of(connection).reads("frames").writes("verdicts").commits("facestream").require();
 * }</pre>
 */
public final class AccessCheck {
  private final KafkaConnection connection;
  private final Map<String, Set<AclOperation>> topics = new LinkedHashMap<>();
  private String group;
  private String transactionalId;

  private AccessCheck(KafkaConnection connection) {
    this.connection = connection;
  }

  /** Nothing is needed yet. */
  public static AccessCheck of(KafkaConnection connection) {
    return new AccessCheck(connection);
  }

  /** Records of this topic are read. */
  public AccessCheck reads(String topic) {
    return needs(topic, AclOperation.READ);
  }

  /** Records are written to this topic. */
  public AccessCheck writes(String topic) {
    return needs(topic, AclOperation.WRITE);
  }

  /** Offsets are committed under this group. */
  public AccessCheck commits(String groupId) {
    group = groupId;
    return this;
  }

  /** Records are written in transactions of ids such as this one. */
  public AccessCheck transacts(String anId) {
    transactionalId = anId;
    return this;
  }

  /**
   * Throws when something is not allowed; a broker without ACLs allows everything. Topics that do
   * not exist are passed over.
   *
   * @throws BrokerRefusedException naming all rights that are missing
   * @throws io.facestream.client.BrokerUnreachableException when no broker answers
   */
  public void require() {
    try (Admin admin = TopicAdmin.open(connection)) {
      List<String> lacking = new ArrayList<>();
      Map<String, KafkaFuture<TopicDescription>> found =
          admin
              .describeTopics(
                  topics.keySet(), new DescribeTopicsOptions().includeAuthorizedOperations(true))
              .topicNameValues();
      topics.forEach(
          (topic, needed) -> {
            Set<AclOperation> missing = missing(topic, needed, found.get(topic));
            if (!missing.isEmpty()) {
              lacking.add(names(missing) + " on topic '" + topic + "'");
            }
          });
      if (group != null && !mayUseGroup(admin)) {
        lacking.add("Read on group '" + group + "'");
      }
      if (transactionalId != null && !mayTransact(admin)) {
        lacking.add("Write on transactional id '" + transactionalId + "'");
      }
      if (!lacking.isEmpty()) {
        throw BrokerRefusedException.lacking(connection, String.join(", ", lacking), null);
      }
    }
  }

  private AccessCheck needs(String topic, AclOperation operation) {
    topics.computeIfAbsent(topic, any -> EnumSet.noneOf(AclOperation.class)).add(operation);
    return this;
  }

  private Set<AclOperation> missing(
      String topic, Set<AclOperation> needed, KafkaFuture<TopicDescription> answer) {
    Set<AclOperation> missing = EnumSet.copyOf(needed);
    try {
      Set<AclOperation> allowed =
          TopicAdmin.await(answer, "describe topic '" + topic + "'", connection)
              .authorizedOperations();
      if (allowed == null) {
        // A broker that does not tell.
        missing.clear();
      } else {
        missing.removeAll(allowed);
      }
    } catch (RequestFailedException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        missing.clear();
      } else if (!(e.getCause() instanceof TopicAuthorizationException)) {
        throw e;
      }
    }
    return missing;
  }

  /** The right to read a group implies the right to look at it, which any other question needs. */
  private boolean mayUseGroup(Admin admin) {
    try {
      TopicAdmin.await(
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(),
          "look up group '" + group + "'",
          connection);
      return true;
    } catch (RequestFailedException e) {
      if (e.getCause() instanceof GroupAuthorizationException) {
        return false;
      }
      throw e;
    }
  }

  /** As with groups: the right to write implies the right to look. */
  private boolean mayTransact(Admin admin) {
    try {
      TopicAdmin.await(
          admin.describeTransactions(List.of(transactionalId)).description(transactionalId),
          "look up transactions of '" + transactionalId + "'",
          connection);
      return true;
    } catch (RequestFailedException e) {
      if (e.getCause() instanceof TransactionalIdNotFoundException) {
        return true;
      }
      if (e.getCause() instanceof TransactionalIdAuthorizationException) {
        return false;
      }
      throw e;
    }
  }

  private static String names(Set<AclOperation> operations) {
    return operations.stream()
        .map(AclOperation::name)
        .map(name -> name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" and "));
  }
}
