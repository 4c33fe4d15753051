package io.facestream.client.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.client.BrokerUnreachableException;
import io.facestream.client.KafkaConnection;
import io.facestream.client.RequestFailedException;
import io.facestream.client.testing.ShortPatience;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.ports.Ports;
import io.facestream.wire.TopicSpec;
import io.facestream.wire.Topics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TopicAdminITCase {
  private static final short ALONE = 1;

  private static EmbeddedKafka broker;
  private static KafkaConnection connection;

  private final String prefix = UUID.randomUUID() + "-";
  private final List<TopicSpec> topics =
      Topics.ALL.stream().map(topic -> topic.named(prefix + topic.name())).toList();

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedKafka.start();
    connection = KafkaConnection.to(broker.bootstrapServers());
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void shouldCreateWhatIsMissing() throws Exception {
    TopicAdmin.createMissing(connection, ALONE, topics);
    for (TopicSpec topic : topics) {
      assertThat(describe(topic.name()).partitions()).hasSize(topic.partitions());
      Config config = configOf(topic.name());
      topic
          .settings()
          .forEach((key, value) -> assertThat(config.get(key).value()).isEqualTo(value));
      assertThat(config.get("max.message.bytes").value())
          .isEqualTo(Integer.toString(Topics.MAX_RECORD_BYTES));
    }
  }

  /** A topic that is there but not yet served would put the first batches out of sequence. */
  @Test
  void shouldReturnWhenTheNewTopicsTakeRecords() throws Exception {
    TopicAdmin.createMissing(connection, ALONE, topics);
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            broker.bootstrapServers(),
            "retries",
            0,
            "linger.ms",
            0,
            "enable.idempotence",
            false);
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      for (TopicSpec topic : topics) {
        for (int partition = 0; partition < topic.partitions(); partition++) {
          producer.send(new ProducerRecord<>(topic.name(), partition, "key", "value")).get();
        }
      }
    }
  }

  @Test
  void shouldLeaveWhatExistsAsItIs() throws Exception {
    TopicSpec existing = topics.get(0);
    TopicSpec smaller =
        new TopicSpec(existing.name(), 2, Map.of("cleanup.policy", "delete", "retention.ms", "1"));
    TopicAdmin.createMissing(connection, ALONE, List.of(smaller));
    TopicAdmin.createMissing(connection, ALONE, topics);
    TopicAdmin.createMissing(connection, ALONE, topics);
    assertThat(describe(existing.name()).partitions()).hasSize(2);
    assertThat(configOf(existing.name()).get("retention.ms").value()).isEqualTo("1");
    assertThat(describe(topics.get(1).name()).partitions()).hasSize(topics.get(1).partitions());
  }

  @Test
  void shouldSayWhyTheBrokerRefuses() {
    short three = 3;
    assertThatThrownBy(() -> TopicAdmin.createMissing(connection, three, topics.subList(0, 1)))
        .isInstanceOf(RequestFailedException.class)
        .hasMessageStartingWith("Cannot create topic '" + topics.get(0).name() + "': ")
        .hasMessageContaining("eplication");
  }

  /** The time-out is a guard: Kafka's own default would be a minute. */
  @Test
  @Timeout(30)
  void shouldSayThatNoBrokerAnswersWhenPatienceIsAtItsEnd() {
    String nobody = "127.0.0.1:" + Ports.free();
    try (var patience = ShortPatience.ofASecond()) {
      assertThatThrownBy(
              () -> TopicAdmin.createMissing(KafkaConnection.to(nobody), ALONE, Topics.ALL))
          .isInstanceOf(BrokerUnreachableException.class)
          .hasMessage(
              String.format(Locale.ROOT, "No Kafka broker answers at %s; start it there", nobody));
    }
  }

  @Test
  @Timeout(30)
  void shouldSayThatNoBrokerAnswersWhereTheHostDoesNotResolve() {
    assertThatThrownBy(() -> TopicAdmin.open(KafkaConnection.to("no-such-host.invalid:9092")))
        .isInstanceOf(BrokerUnreachableException.class)
        .hasMessageContaining("no-such-host.invalid:9092");
  }

  private static TopicDescription describe(String topic) throws Exception {
    try (Admin admin = TopicAdmin.open(connection)) {
      return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
    }
  }

  private static Config configOf(String topic) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (Admin admin = TopicAdmin.open(connection)) {
      return admin.describeConfigs(List.of(resource)).all().get().get(resource);
    }
  }
}
