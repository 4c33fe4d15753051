package io.facestream.job.kafka;

import io.facestream.client.gallery.GalleryRepairs;
import io.facestream.job.gallery.GalleryRecord;
import io.facestream.job.records.RecordFailure;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads gallery records as they are; they are checked in the job, where dead letters can go. */
final class GalleryDeserializer implements KafkaRecordDeserializationSchema<GalleryRecord> {
  private static final long serialVersionUID = 1L;

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<GalleryRecord> out)
      throws IOException {
    RecordFailure.namingRead(
        "Read gallery",
        () -> RecordFailure.gallery(record.partition(), record.offset(), record.key()),
        () -> read(record, out));
  }

  private static void read(ConsumerRecord<byte[], byte[]> record, Collector<GalleryRecord> out) {
    out.collect(
        new GalleryRecord(
            record.partition(),
            record.offset(),
            record.timestamp(),
            record.key(),
            record.value(),
            GalleryRepairs.supersededUpTo(record).orElse(GalleryRecord.NO_REPAIR)));
  }

  @Override
  public TypeInformation<GalleryRecord> getProducedType() {
    return TypeInformation.of(GalleryRecord.class);
  }
}
