package io.facestream.job.kafka;

import io.facestream.client.KafkaConnection;
import io.facestream.job.gallery.GalleryRepair;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes repairs to the gallery topic. They are rare, the same however often they are written, and
 * only tidy up: one that cannot be written, as on a topic the job may only read, is logged and
 * stops nothing.
 */
final class GalleryRepairSink implements Sink<GalleryRepair> {
  private static final long serialVersionUID = 1L;

  private final KafkaConnection connection;
  private final String topic;

  GalleryRepairSink(KafkaConnection connection, String topic) {
    this.connection = connection;
    this.topic = topic;
  }

  @Override
  public SinkWriter<GalleryRepair> createWriter(WriterInitContext context) {
    return new GalleryRepairWriter(connection, topic);
  }
}
