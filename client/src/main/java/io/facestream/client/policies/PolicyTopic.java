package io.facestream.client.policies;

import io.facestream.client.BrokerPatience;
import io.facestream.client.KafkaConnection;
import io.facestream.client.KafkaFailures;
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
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

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
    Map<PolicyKey, StoredPolicy> byKey = new TreeMap<>(BY_SCOPE);
    List<String> refused = new ArrayList<>();
    PolicyReader.read(connection, name, record -> take(record, byKey, refused));
    return new StoredPolicies(byKey, refused);
  }

  private static void take(
      WrittenPolicy record, Map<PolicyKey, StoredPolicy> byKey, List<String> refused) {
    try {
      PolicyKey key = PolicyRecords.key(record.key());
      if (record.value() == null) {
        byKey.remove(key);
      } else {
        byKey.put(
            key,
            new StoredPolicy(
                PolicyRecords.policy(key, record.value()), record.offset(), record.writtenAt()));
      }
    } catch (UnusableRecordException e) {
      refused.add(String.format(Locale.ROOT, "version %d: %s", record.offset(), e.getMessage()));
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
    Map<PolicyKey, Long> versions = new LinkedHashMap<>();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            connection.settings(producerSettings()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      Map<PolicyKey, Future<RecordMetadata>> sent = new LinkedHashMap<>();
      changes.forEach((key, policy) -> sent.put(key, producer.send(record(key, policy))));
      sent.forEach(
          (key, stored) ->
              versions.put(
                  key,
                  TopicAdmin.await(stored, "write to topic '" + name + "'", connection).offset()));
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      throw KafkaFailures.ofClient(connection, e);
    }
    return versions;
  }

  private ProducerRecord<byte[], byte[]> record(PolicyKey key, Policy policy) {
    return new ProducerRecord<>(
        name,
        key.toString().getBytes(StandardCharsets.UTF_8),
        policy == null ? null : Json.toBytes(policy));
  }

  private static Map<String, Object> producerSettings() {
    return Map.of(
        ProducerConfig.MAX_BLOCK_MS_CONFIG,
        BrokerPatience.millis(),
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        BrokerPatience.millis(),
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
        2 * BrokerPatience.millis(),
        // Each is a version: none may overtake another.
        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
        1);
  }
}
