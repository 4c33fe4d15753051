package io.facestream.quickstart.guarantees;

import io.facestream.client.topics.TopicAdmin;
import io.facestream.onejvm.RunTopics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A gallery topic that compacts as fast as a broker can, and keeps no tombstone. */
final class CompactedGallery implements AutoCloseable {
  private final RunTopics topics;
  private final KafkaProducer<String, byte[]> producer;

  CompactedGallery(RunTopics topics) throws Exception {
    this.topics = topics;
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", topics.bootstrapServers(), "max.request.size", "8000000"),
            new StringSerializer(),
            new ByteArraySerializer());
    configure(
        new ConfigResource(ConfigResource.Type.TOPIC, topics.gallery()),
        Map.of(
            "segment.ms", "100",
            "min.cleanable.dirty.ratio", "0",
            "max.compaction.lag.ms", "100",
            "delete.retention.ms", "0"));
    configure(
        new ConfigResource(ConfigResource.Type.BROKER, ""),
        Map.of("log.cleaner.backoff.ms", "100"));
  }

  private void configure(ConfigResource resource, Map<String, String> settings) throws Exception {
    List<AlterConfigOp> changes = new ArrayList<>();
    settings.forEach(
        (name, value) ->
            changes.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET)));
    try (var admin = TopicAdmin.open(topics.connection())) {
      admin.incrementalAlterConfigs(Map.of(resource, changes)).all().get();
    }
  }

  void addPartitions(int count) throws Exception {
    try (var admin = TopicAdmin.open(topics.connection())) {
      admin.createPartitions(Map.of(topics.gallery(), NewPartitions.increaseTo(count))).all().get();
    }
  }

  /** Writes to a partition, whatever the key. */
  void send(Integer partition, String key, byte[] value) throws Exception {
    producer.send(new ProducerRecord<>(topics.gallery(), partition, key, value)).get();
  }

  /** The partition in which a template lies. */
  int partitionOf(String templateId) {
    return partitionsOf(templateId).iterator().next();
  }

  /** Lets time and writers go on until no record of a person is left, template or tombstone. */
  void compactUntilGone(String person) throws Exception {
    int partitions = producer.partitionsFor(topics.gallery()).size();
    while (!partitionsOf(person + "/").isEmpty()) {
      for (int partition = 0; partition < partitions; partition++) {
        // A segment is rolled by the next record, and only what is rolled is compacted.
        send(partition, "filler/" + partition, null);
      }
      Thread.sleep(200);
    }
  }

  private Set<Integer> partitionsOf(String beginning) {
    Set<Integer> found = new TreeSet<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", topics.bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> all =
          consumer.partitionsFor(topics.gallery()).stream()
              .map(info -> new TopicPartition(topics.gallery(), info.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer
            .poll(Duration.ofMillis(50))
            .forEach(
                record -> {
                  if (record.key().startsWith(beginning)) {
                    found.add(record.partition());
                  }
                });
      }
    }
    return found;
  }

  @Override
  public void close() {
    producer.close();
  }
}
