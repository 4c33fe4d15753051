package io.facestream.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.frames.RawFrame;
import io.facestream.wire.FrameHeaders;
import io.facestream.wire.FrameRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class FrameDeserializerTest {
  private static final byte[] PICTURE = {1, 2, 3};

  private final RecordHeaders headers = new RecordHeaders();

  @Test
  void shouldReadAFrameAsItLies() throws Exception {
    headers
        .add(FrameHeaders.SEQUENCE, bytes("1834"))
        .add(FrameHeaders.REQUEST, bytes("desk-7"))
        .add(FrameHeaders.SCOPE, bytes("[\"guests\"]"))
        .add(FrameHeaders.ANALYSERS, bytes("[\"emotion\"]"));
    RawFrame frame = read(bytes("door"), PICTURE);
    assertThat(frame.partition()).isEqualTo(3);
    assertThat(frame.offset()).isEqualTo(4711);
    assertThat(frame.capturedAtMillis()).isEqualTo(1_700_000_000_123L);
    assertThat(frame.cameraId()).isEqualTo("door");
    assertThat(frame.sequence()).isEqualTo(1834);
    assertThat(frame.request())
        .isEqualTo(
            FrameRequest.of("desk-7").within(List.of("guests")).analysedBy(List.of("emotion")));
    assertThat(frame.picture()).isSameAs(PICTURE);
    assertThat(frame.refusal()).isNull();
  }

  @Test
  void shouldTakeAFrameWithoutHeadersOrValue() throws Exception {
    RawFrame frame = read(bytes("door"), null);
    assertThat(frame.refusal()).isNull();
    assertThat(frame.sequence()).isEqualTo(-1);
    assertThat(frame.request()).isNull();
    assertThat(frame.picture()).isNull();
  }

  @Test
  void shouldNotTakeAScopeWithoutAValueForNone() throws Exception {
    headers.add(FrameHeaders.REQUEST, bytes("desk-7")).add(FrameHeaders.SCOPE, null);
    assertThat(read(bytes("door"), PICTURE).refusal()).contains("facestream-scope");
  }

  @Test
  void shouldNotTakeAnalysersWithoutAValueForNone() throws Exception {
    headers.add(FrameHeaders.REQUEST, bytes("desk-7")).add(FrameHeaders.ANALYSERS, null);
    assertThat(read(bytes("door"), PICTURE).refusal()).contains("facestream-analysers");
  }

  @Test
  void shouldBelieveTheLastOfSeveralHeaders() throws Exception {
    headers.add(FrameHeaders.SEQUENCE, bytes("1")).add(FrameHeaders.SEQUENCE, bytes("2"));
    assertThat(read(bytes("door"), PICTURE).sequence()).isEqualTo(2);
  }

  @Test
  void shouldHandOnWhatItRefusesWithItsKeyAndTheReason() throws Exception {
    headers.add(FrameHeaders.SEQUENCE, bytes("minus one"));
    RawFrame frame = read(bytes("door"), PICTURE);
    assertThat(frame.refusal()).isNotBlank();
    assertThat(frame.cameraId()).isNull();
    assertThat(frame.key()).isEqualTo(bytes("door"));
    assertThat(frame.picture()).isSameAs(PICTURE);
  }

  private RawFrame read(byte[] key, byte[] value) throws Exception {
    List<RawFrame> frames = new ArrayList<>();
    new FrameDeserializer()
        .deserialize(
            new ConsumerRecord<>(
                "frames",
                3,
                4711,
                1_700_000_000_123L,
                TimestampType.CREATE_TIME,
                key == null ? -1 : key.length,
                value == null ? -1 : value.length,
                key,
                value,
                headers,
                Optional.empty()),
            new ListCollector<>(frames));
    assertThat(frames).hasSize(1);
    return frames.get(0);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
