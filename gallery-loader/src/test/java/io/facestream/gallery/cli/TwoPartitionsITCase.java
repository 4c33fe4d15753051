package io.facestream.gallery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.gallery.GalleryTopic;
import io.facestream.client.gallery.GalleryWriter;
import io.facestream.client.testing.GalleryBroker;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.wire.GalleryHeaders;
import io.facestream.wire.proto.GalleryEntry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The commands on a topic that was given more partitions, or was written to by kcat. */
@ExtendWith(GalleryBroker.class)
class TwoPartitionsITCase {
  private static final List<String> PHOTOS =
      IntStream.rangeClosed(1, 6).mapToObj(photo -> "ada/" + photo + ".jpg").toList();

  private GalleryTopic topic;

  @BeforeEach
  void useATopicOfItsOwn(GalleryTopic own) {
    topic = own;
    topic.createIfMissing();
  }

  @Test
  void shouldEraseAPersonWhoseTemplatesWereWrittenBeforePartitionsWereAdded() throws Exception {
    enrol();
    addPartitions(9);
    assertThat(GalleryRun.on(topic, "erase", "ada").out()).contains("Erased 6 templates");
    assertThat(GalleryBroker.enrolledIn(topic)).isEmpty();
    assertThat(GalleryRun.on(topic, "list").out()).contains("0 people");
    enrol();
    assertThat(GalleryBroker.enrolledIn(topic)).as("enrolled again").hasSize(6);
  }

  @Test
  void shouldCountTheLastOfTwoAndTakeTheOtherOut() throws Exception {
    enrol();
    addPartitions(9);
    enrol();
    GalleryRun list = GalleryRun.on(topic, "list");
    assertThat(list.out()).contains("1 people, 6 photos");
    assertThat(list.err()).contains("in two partitions of the topic (ada/");
    GalleryRun erase = GalleryRun.on(topic, "erase", "nobody");
    assertThat(erase.out()).contains("the superseded have been taken out");
    assertThat(GalleryRun.on(topic, "list").err()).as("repaired").isEmpty();
    assertThat(GalleryBroker.enrolledIn(topic)).hasSize(6);
  }

  @Test
  void shouldObeyATombstoneInWhateverPartition() {
    enrol();
    try (var producer = producer()) {
      for (int partition = 0; partition < 4; partition++) {
        producer.send(new ProducerRecord<>(topic.name(), partition, PHOTOS.get(partition), null));
      }
    }
    assertThat(GalleryBroker.enrolledIn(topic)).containsOnlyKeys("ada/5.jpg", "ada/6.jpg");
  }

  @Test
  void shouldNotTakeARepairForAnErasure() {
    enrol();
    try (var producer = producer()) {
      for (int partition = 0; partition < 4; partition++) {
        var repair = new ProducerRecord<String, byte[]>(topic.name(), partition, "ada/1.jpg", null);
        repair.headers().add(GalleryHeaders.SUPERSEDED, "0".getBytes(StandardCharsets.UTF_8));
        producer.send(repair);
      }
    }
    enrolOnly("ada/1.jpg");
    assertThat(GalleryBroker.enrolledIn(topic)).hasSize(6);
  }

  @Test
  void shouldKeepTheOrderOfOneWriter() {
    try (GalleryWriter writer = GalleryWriter.open(topic)) {
      for (String photo : PHOTOS) {
        writer.put(photo, entry());
        writer.erase(photo);
        writer.put(photo, entry());
      }
      writer.erase(PHOTOS.get(0));
    }
    assertThat(GalleryBroker.enrolledIn(topic)).hasSize(5).doesNotContainKey(PHOTOS.get(0));
  }

  private void enrol() {
    PHOTOS.forEach(this::enrolOnly);
  }

  private void enrolOnly(String photo) {
    try (GalleryWriter writer = GalleryWriter.open(topic)) {
      writer.put(photo, entry());
    }
  }

  private static GalleryEntry entry() {
    return GalleryEntry.newBuilder()
        .setPersonId("ada")
        .setModelId("model-a")
        .addEmbedding(1)
        .build();
  }

  private KafkaProducer<String, byte[]> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", topic.bootstrapServers()),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  private void addPartitions(int count) throws Exception {
    try (var admin = TopicAdmin.open(topic.connection())) {
      admin.createPartitions(Map.of(topic.name(), NewPartitions.increaseTo(count))).all().get();
      while (admin
              .describeTopics(List.of(topic.name()))
              .allTopicNames()
              .get()
              .get(topic.name())
              .partitions()
              .stream()
              .filter(partition -> partition.leader() != null)
              .count()
          < count) {
        Thread.sleep(20);
      }
    }
  }
}
