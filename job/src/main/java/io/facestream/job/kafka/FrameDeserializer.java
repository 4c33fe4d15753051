package io.facestream.job.kafka;

import io.facestream.job.frames.RawFrame;
import io.facestream.wire.FrameHeaders;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads frames as they are; nothing about a record makes it fail. */
final class FrameDeserializer implements KafkaRecordDeserializationSchema<RawFrame> {
  private static final long serialVersionUID = 1L;

  private static final long NOT_NUMBERED = -1;

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawFrame> out) {
    out.collect(
        new RawFrame(
            record.partition(),
            record.offset(),
            record.timestamp(),
            record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8),
            sequenceOf(record),
            header(record, FrameHeaders.REQUEST),
            record.value()));
  }

  private static long sequenceOf(ConsumerRecord<byte[], byte[]> record) {
    String text = header(record, FrameHeaders.SEQUENCE);
    // A malformed number is as good as none: the job counts for itself.
    return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : NOT_NUMBERED;
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public TypeInformation<RawFrame> getProducedType() {
    return TypeInformation.of(RawFrame.class);
  }
}
