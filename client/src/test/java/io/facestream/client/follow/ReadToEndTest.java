package io.facestream.client.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadToEndTest {
  private static final TopicPartition FIRST = new TopicPartition("gallery", 0);
  private static final TopicPartition SECOND = new TopicPartition("gallery", 1);

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

  @BeforeEach
  void assignTwoPartitionsWithRecords() {
    consumer.assign(List.of(FIRST, SECOND));
    consumer.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
    consumer.updateEndOffsets(Map.of(FIRST, 10L, SECOND, 3L));
  }

  @Test
  void shouldWaitForEveryPartition() {
    ReadToEnd progress = new ReadToEnd(consumer, List.of(FIRST, SECOND));
    consumer.seek(FIRST, 10);
    assertThat(progress.reached()).isFalse();
    consumer.seek(SECOND, 3);
    assertThat(progress.reached()).isTrue();
  }

  @Test
  void shouldNotWaitForWhatIsWrittenMeanwhile() {
    ReadToEnd progress = new ReadToEnd(consumer, List.of(FIRST, SECOND));
    consumer.updateEndOffsets(Map.of(FIRST, 1000L, SECOND, 1000L));
    consumer.seek(FIRST, 10);
    consumer.seek(SECOND, 4);
    assertThat(progress.reached()).isTrue();
  }

  @Test
  void shouldNotTakeAnEndThatDoesNotComeForReached() {
    ReadToEnd progress =
        new ReadToEnd(consumer, consumer.endOffsets(List.of(FIRST, SECOND)), Duration.ZERO);
    assertThatThrownBy(progress::reached)
        .isInstanceOf(TimeoutException.class)
        .hasMessageContaining("the ends are");
  }
}
