package io.facestream.job.kafka;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.job.records.RecordFailure;
import java.nio.charset.StandardCharsets;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ReadersTest {
  private static final byte[] KEY = "p-1/2".getBytes(StandardCharsets.UTF_8);

  @Test
  void shouldNameTheRecordOnWhichWhatIsChainedBehindThemFails() {
    assertThatThrownBy(() -> new FrameDeserializer().deserialize(record("frames"), failing()))
        .isInstanceOf(RecordFailure.class)
        .hasMessageStartingWith("Read frames failed on frames:3:4711 (--skip frames:3:4711 ");
    assertThatThrownBy(() -> new GalleryDeserializer().deserialize(record("gallery"), failing()))
        .isInstanceOf(RecordFailure.class)
        .hasMessageStartingWith("Read gallery failed on gallery:3:4711 (template p-1/2; --skip ");
  }

  private static ConsumerRecord<byte[], byte[]> record(String topic) {
    return new ConsumerRecord<>(topic, 3, 4711, KEY, new byte[0]);
  }

  private static <T> Collector<T> failing() {
    return new Collector<>() {
      @Override
      public void collect(T record) {
        throw new IllegalStateException("why");
      }

      @Override
      public void close() {}
    };
  }
}
