package io.facestream.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.gallery.GalleryRepairs;
import io.facestream.job.gallery.GalleryRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class GalleryDeserializerTest {
  private static final byte[] KEY = "p-1/2".getBytes(StandardCharsets.UTF_8);

  @Test
  void shouldReadARecordAsItLiesAndJudgeNothing() throws Exception {
    byte[] value = {1, 2, 3};
    GalleryRecord record = read(KEY, value, new RecordHeaders());
    assertThat(record.partition()).isEqualTo(3);
    assertThat(record.offset()).isEqualTo(17);
    assertThat(record.key()).isSameAs(KEY);
    assertThat(record.value()).isSameAs(value);
    assertThat(read(null, value, new RecordHeaders()).key()).isNull();
  }

  @Test
  void shouldTellARepairFromAnErasure() throws Exception {
    Headers repair = GalleryRepairs.record("gallery", 3, "p-1/2", 16).headers();
    assertThat(read(KEY, null, repair).supersededUpTo()).isEqualTo(16);
    assertThat(read(KEY, null, new RecordHeaders()).isRepair()).isFalse();
  }

  private static GalleryRecord read(byte[] key, byte[] value, Headers headers) throws Exception {
    List<GalleryRecord> records = new ArrayList<>();
    new GalleryDeserializer()
        .deserialize(
            new ConsumerRecord<>(
                "gallery",
                3,
                17,
                1_000,
                TimestampType.LOG_APPEND_TIME,
                key == null ? -1 : key.length,
                value == null ? -1 : value.length,
                key,
                value,
                headers,
                Optional.empty()),
            new ListCollector<>(records));
    return records.get(0);
  }
}
