package io.facestream.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class AnswerSerializerTest {
  @Test
  void shouldLeaveTimestampAndPartitionToTheTopic() {
    byte[] key = {1};
    byte[] value = {2};
    ProducerRecord<byte[], byte[]> record =
        new AnswerSerializer("verdicts").serialize(new Answer(key, value), null, 1_000L);
    assertThat(record.topic()).isEqualTo("verdicts");
    assertThat(record.key()).isSameAs(key);
    assertThat(record.value()).isSameAs(value);
    assertThat(record.timestamp()).as("a topic may refuse one that is far off").isNull();
    assertThat(record.partition()).isNull();
  }
}
