package io.facestream.job.kafka;

import io.facestream.job.frames.RawFrame;
import io.facestream.job.records.RecordFailure;
import io.facestream.wire.CameraIds;
import io.facestream.wire.FrameBounds;
import io.facestream.wire.FrameHeaders;
import io.facestream.wire.FrameRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Reads frames as they are. Nothing about a record should make it fail; if it does, or an operator
 * that is chained behind and names none, the record is named.
 */
final class FrameDeserializer implements KafkaRecordDeserializationSchema<RawFrame> {
  private static final long serialVersionUID = 1L;

  private static final long NOT_NUMBERED = -1;

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawFrame> out)
      throws IOException {
    RecordFailure.namingRead(
        "Read frames",
        () -> RecordFailure.frame(record.partition(), record.offset()),
        () -> read(record, out));
  }

  private static void read(ConsumerRecord<byte[], byte[]> record, Collector<RawFrame> out) {
    byte[] sequence = header(record, FrameHeaders.SEQUENCE);
    byte[] request = header(record, FrameHeaders.REQUEST);
    byte[] scope = list(record, FrameHeaders.SCOPE);
    byte[] analysers = list(record, FrameHeaders.ANALYSERS);
    String refusal = FrameBounds.refusal(record.key(), sequence, request, scope, analysers);
    boolean taken = refusal == null;
    out.collect(
        new RawFrame(
            record.partition(),
            record.offset(),
            record.timestamp(),
            record.key(),
            refusal,
            taken ? CameraIds.of(record.key()) : null,
            taken && sequence != null ? Long.parseLong(text(sequence)) : NOT_NUMBERED,
            taken ? FrameRequest.parse(request, scope, analysers) : null,
            record.value()));
  }

  /** One without a value is a bad one and not none: whoever sends it does not ask for everybody. */
  private static byte[] list(ConsumerRecord<byte[], byte[]> record, String name) {
    Header list = record.headers().lastHeader(name);
    return list == null ? null : list.value() == null ? new byte[0] : list.value();
  }

  private static byte[] header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : header.value();
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  @Override
  public TypeInformation<RawFrame> getProducedType() {
    return TypeInformation.of(RawFrame.class);
  }
}
