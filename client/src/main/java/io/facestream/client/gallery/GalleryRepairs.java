package io.facestream.client.gallery;

import io.facestream.wire.GalleryHeaders;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** Records that take a superseded template out of one partition ({@code facestream-superseded}). */
public final class GalleryRepairs {
  private GalleryRepairs() {}

  /**
   * The record that takes a template out of a partition.
   *
   * @param upTo the last offset it speaks of
   */
  public static ProducerRecord<byte[], byte[]> record(
      String topic, int partition, String templateId, long upTo) {
    return record(topic, partition, templateId, Long.toString(upTo));
  }

  /** The record that takes out whatever the partition holds of a template before it. */
  public static ProducerRecord<byte[], byte[]> recordOfAllBefore(
      String topic, int partition, String templateId) {
    return record(topic, partition, templateId, GalleryHeaders.ALL_BEFORE);
  }

  private static ProducerRecord<byte[], byte[]> record(
      String topic, int partition, String templateId, String upTo) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, partition, templateId.getBytes(StandardCharsets.UTF_8), null);
    record.headers().add(GalleryHeaders.SUPERSEDED, upTo.getBytes(StandardCharsets.UTF_8));
    return record;
  }

  /** The last offset that a repair speaks of; empty for every other record. */
  public static OptionalLong supersededUpTo(ConsumerRecord<byte[], byte[]> record) {
    Header header =
        record.value() == null ? record.headers().lastHeader(GalleryHeaders.SUPERSEDED) : null;
    return header == null
        ? OptionalLong.empty()
        : OptionalLong.of(GalleryHeaders.supersededUpTo(header.value(), record.offset()));
  }
}
