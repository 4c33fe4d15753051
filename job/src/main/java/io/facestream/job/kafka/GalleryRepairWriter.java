package io.facestream.job.kafka;

import io.facestream.client.KafkaConnection;
import io.facestream.client.gallery.GalleryRepairs;
import io.facestream.job.gallery.GalleryRepair;
import io.facestream.wire.Printable;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A producer that is opened with the first repair, since most jobs never see one. */
final class GalleryRepairWriter implements SinkWriter<GalleryRepair> {
  private static final Logger LOG = LoggerFactory.getLogger(GalleryRepairWriter.class);
  private static final int ID_CHARS = 100;

  private final KafkaConnection connection;
  private final String topic;
  private KafkaProducer<byte[], byte[]> producer;

  GalleryRepairWriter(KafkaConnection connection, String topic) {
    this.connection = connection;
    this.topic = topic;
  }

  @Override
  public void write(GalleryRepair repair, Context context) {
    try {
      if (producer == null) {
        producer = open();
      }
      producer.send(
          GalleryRepairs.record(topic, repair.partition(), repair.templateId(), repair.upTo()),
          (metadata, failure) -> {
            if (failure != null) {
              failed(repair, failure);
            }
          });
    } catch (KafkaException e) {
      failed(repair, e);
    }
  }

  private void failed(GalleryRepair repair, Exception failure) {
    LOG.warn(
        "Template {} could not be taken out of partition {} of {}; 'facestream gallery load' and"
            + " 'erase' try it, too: {}",
        Printable.of(repair.templateId(), ID_CHARS),
        repair.partition(),
        topic,
        Printable.of(failure.getMessage()));
  }

  private KafkaProducer<byte[], byte[]> open() {
    return new KafkaProducer<>(
        connection.settings(
            Map.of(ProducerConfig.ACKS_CONFIG, "all", ProducerConfig.MAX_BLOCK_MS_CONFIG, "10000")),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  @Override
  public void flush(boolean endOfInput) {
    if (producer != null) {
      producer.flush();
    }
  }

  @Override
  public void close() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(10));
    }
  }
}
