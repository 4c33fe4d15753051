package io.facestream.client.policies;

import io.facestream.client.KafkaConnection;
import io.facestream.client.follow.SteadyReader;
import io.facestream.client.follow.WholeTopic;
import io.facestream.client.topics.AwaitedWriter;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.wire.Json;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.PolicyRecords;
import io.facestream.wire.Topics;
import io.facestream.wire.UnusableRecordException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The topic of policies.
 *
 * @param connection the broker
 * @param name the topic's name
 */
public record PolicyTopic(KafkaConnection connection, String name) {
  /** The default first, then by kind and name. */
  private static final Comparator<PolicyKey> BY_SCOPE =
      Comparator.comparing(PolicyKey::scope).thenComparing(PolicyKey::name);

  /**
   * Creates it with its settings when it does not exist.
   *
   * @param replication copies of each record, or −1 for the broker's default
   */
  public void createIfMissing(short replication) {
    TopicAdmin.createMissing(connection, replication, List.of(Topics.POLICIES.named(name)));
  }

  /**
   * Reads it to the end seen at the start; one that does not exist holds nothing. As with the job,
   * a record that is no policy leaves the one before it in force.
   *
   * @throws io.facestream.client.BrokerUnreachableException when no broker answers
   * @throws io.facestream.client.BrokerRefusedException when this user may not read the topic
   */
  public StoredPolicies read() {
    StoredPolicies stored = none();
    PolicyReader.read(connection, name, record -> take(record, stored));
    return stored;
  }

  private static StoredPolicies none() {
    return new StoredPolicies(new TreeMap<>(BY_SCOPE), new ArrayList<>());
  }

  /**
   * Follows it until it is closed, on a thread of its own.
   *
   * @param changed told on that thread of all policies as they are, and again after each change; it
   *     keeps none of what it is given
   */
  public SteadyReader follow(Consumer<Map<PolicyKey, StoredPolicy>> changed) {
    return WholeTopic.follow(
        connection,
        name,
        PolicyTopic::none,
        (stored, record) -> take(PolicyReader.of(record), stored),
        stored -> changed.accept(stored.byKey()));
  }

  private static void take(WrittenPolicy record, StoredPolicies stored) {
    try {
      PolicyKey key = PolicyRecords.key(record.key());
      if (record.value() == null) {
        stored.byKey().remove(key);
      } else {
        stored
            .byKey()
            .put(
                key,
                new StoredPolicy(
                    PolicyRecords.policy(key, record.value()),
                    record.offset(),
                    record.writtenAt()));
      }
    } catch (UnusableRecordException e) {
      stored
          .refused()
          .add(String.format(Locale.ROOT, "version %d: %s", record.offset(), e.getMessage()));
    }
  }

  /**
   * Writes policies, and waits until they are stored.
   *
   * @param changes by key, the new policy; null takes it back
   * @return their versions
   * @throws io.facestream.client.BrokerUnreachableException when no broker answers
   * @throws io.facestream.client.BrokerRefusedException when this user may not write the topic
   */
  public Map<PolicyKey, Long> write(Map<PolicyKey, Policy> changes) {
    List<PolicyKey> keys = List.copyOf(changes.keySet());
    List<Long> offsets =
        AwaitedWriter.write(
            connection, keys.stream().map(key -> record(key, changes.get(key))).toList());
    Map<PolicyKey, Long> versions = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      versions.put(keys.get(i), offsets.get(i));
    }
    return versions;
  }

  private ProducerRecord<byte[], byte[]> record(PolicyKey key, Policy policy) {
    return new ProducerRecord<>(
        name,
        key.toString().getBytes(StandardCharsets.UTF_8),
        policy == null ? null : Json.toBytes(policy));
  }
}
