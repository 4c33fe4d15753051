package io.facestream.client.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.client.BrokerUnreachableException;
import io.facestream.client.KafkaConnection;
import io.facestream.client.testing.GalleryBroker;
import io.facestream.wire.proto.GalleryEntry;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(GalleryBroker.class)
class GalleryReaderITCase {
  private GalleryTopic topic;

  @BeforeEach
  void useATopicOfItsOwn(GalleryTopic own) {
    topic = own;
    topic.createIfMissing();
  }

  @Test
  void shouldReadAnEmptyGallery() {
    assertThat(ids()).isEmpty();
  }

  @Test
  void shouldKeepTheLastValueAndForgetTheErased() {
    try (GalleryWriter writer = GalleryWriter.open(topic)) {
      for (int i = 0; i < 1000; i++) {
        writer.put("p" + i % 100 + "/1", entry("name " + i));
      }
      for (int i = 0; i < 100; i += 2) {
        writer.erase("p" + i + "/1");
      }
      writer.put("p2/1", entry("again"));
    }
    Map<String, GalleryEntry> enrolled = GalleryBroker.enrolledIn(topic);
    assertThat(enrolled).hasSize(51).doesNotContainKey("p4/1");
    assertThat(enrolled.get("p99/1").getName()).isEqualTo("name 999");
    assertThat(enrolled.get("p2/1").getName()).isEqualTo("again");
  }

  @Test
  void shouldReachAnEndThatIsATransactionMarker() {
    try (KafkaProducer<String, byte[]> producer = transactionalProducer()) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(topic.name(), "ada/1", entry("Ada").toByteArray()));
      producer.commitTransaction();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(topic.name(), "eve/1", entry("Eve").toByteArray()));
      producer.flush();
      producer.abortTransaction();
    }
    assertThat(ids()).containsExactly("ada/1");
  }

  @Test
  void shouldCreateTheTopicOnce() {
    try (GalleryWriter writer = GalleryWriter.open(topic)) {
      writer.put("ada/1", entry("Ada"));
    }
    topic.createIfMissing();
    assertThat(ids()).containsExactly("ada/1");
  }

  @Test
  void shouldWriteNothingThatIsOutOfBounds() {
    try (GalleryWriter writer = GalleryWriter.open(topic)) {
      assertThatThrownBy(() -> writer.put("ada/1", entry("x".repeat(513))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("The template ada/1 cannot be stored: the name 'xxx");
      assertThatThrownBy(() -> writer.put("a\nda/1", entry("Ada")))
          .hasMessageStartingWith("The template a\\nda/1 cannot be stored: the person id");
    }
    assertThat(ids()).isEmpty();
  }

  @Test
  void shouldSayThatThereIsNoGallery() {
    GalleryTopic missing = new GalleryTopic(topic.connection(), "missing");
    assertThatThrownBy(() -> GalleryReader.open(missing))
        .isInstanceOf(NoSuchGalleryException.class)
        .hasMessageContaining("'missing'");
  }

  @Test
  void shouldSayThatAClosedPortIsNoBroker() {
    GalleryTopic nowhere = new GalleryTopic(KafkaConnection.to("127.0.0.1:1"), "gallery");
    assertThatThrownBy(nowhere::createIfMissing)
        .isInstanceOf(BrokerUnreachableException.class)
        .hasMessageContaining("127.0.0.1:1");
    assertThatThrownBy(() -> GalleryReader.open(nowhere))
        .isInstanceOf(BrokerUnreachableException.class);
  }

  @Test
  void shouldExplainATopicThatCannotBe() {
    assertThatThrownBy(() -> new GalleryTopic(topic.connection(), "not a topic").createIfMissing())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Cannot create topic 'not a topic': ");
  }

  private Set<String> ids() {
    return GalleryBroker.enrolledIn(topic).keySet();
  }

  private static GalleryEntry entry(String name) {
    return GalleryEntry.newBuilder().setPersonId("p").setName(name).addEmbedding(1).build();
  }

  private KafkaProducer<String, byte[]> transactionalProducer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", topic.bootstrapServers(), "transactional.id", topic.name()),
        new StringSerializer(),
        new ByteArraySerializer());
  }
}
