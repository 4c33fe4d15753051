package io.facestream.client.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.client.BrokerUnreachableException;
import io.facestream.client.KafkaConnection;
import io.facestream.client.testing.GalleryBroker;
import io.facestream.client.testing.ShortPatience;
import io.facestream.wire.UnusableRecordException;
import io.facestream.wire.proto.GalleryEntry;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
  void shouldReadItAsItWasAndSayWhatWasWrittenSince() {
    try (GalleryWriter writer = GalleryWriter.open(topic);
        GalleryReader reader = GalleryReader.open(topic)) {
      writer.put("ada/1", entry("Ada"));
      writer.put("bob/1", entry("Bob"));
      writer.flush();
      Map<Integer, Long> offsets = reader.read((id, entry) -> id).offsets();
      writer.put("ada/1", entry("Ada of later"));
      writer.erase("bob/1");
      writer.put("eve/1", entry("Eve"));
      writer.flush();
      GalleryThen<String> then =
          reader.readAsOf(offsets, EntryCheck.NONE, (id, entry) -> entry.getName());
      assertThat(then.snapshot().templates())
          .containsExactlyInAnyOrderEntriesOf(Map.of("ada/1", "Ada", "bob/1", "Bob"));
      assertThat(then.snapshot().offsets()).isEqualTo(offsets);
      assertThat(then.writtenSince()).containsExactly("ada/1", "bob/1", "eve/1");
      assertThat(reader.readAsOf(Map.of(), EntryCheck.NONE, (id, entry) -> id).snapshot())
          .as("before the first record")
          .extracting(GallerySnapshot::templates)
          .isEqualTo(Map.of());
    }
  }

  @Test
  void shouldKeepWhatWasThereWhereAnEntryIsRefused() {
    try (GalleryWriter writer = GalleryWriter.open(topic)) {
      writer.put("ada/1", entry("Ada"));
      writer.put("ada/1", entry("no"));
    }
    EntryCheck check =
        entry -> {
          if (entry.getName().equals("no")) {
            throw new UnusableRecordException("of another model", null);
          }
        };
    try (GalleryReader reader = GalleryReader.open(topic)) {
      GallerySnapshot<String> read = reader.read(check, (id, entry) -> entry.getName());
      assertThat(read.templates()).containsExactlyEntriesOf(Map.of("ada/1", "Ada"));
      assertThat(read.unusable()).containsExactlyEntriesOf(Map.of("ada/1", "of another model"));
    }
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

  /** The time-out is a guard: Kafka's own default would be a minute. */
  @Test
  @Timeout(30)
  void shouldSayThatAClosedPortIsNoBroker() {
    GalleryTopic nowhere = new GalleryTopic(KafkaConnection.to("127.0.0.1:1"), "gallery");
    try (var patience = ShortPatience.ofASecond()) {
      assertThatThrownBy(nowhere::createIfMissing)
          .isInstanceOf(BrokerUnreachableException.class)
          .hasMessageContaining("127.0.0.1:1");
      assertThatThrownBy(() -> GalleryReader.open(nowhere))
          .isInstanceOf(BrokerUnreachableException.class);
    }
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
