package io.facestream.client.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadProgressTest {
  private static final TopicPartition FIRST = new TopicPartition("gallery", 0);
  private static final TopicPartition SECOND = new TopicPartition("gallery", 1);
  private static final Duration NEVER = Duration.ofDays(1);

  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");

  @BeforeEach
  void assignTwoPartitionsWithRecords() {
    consumer.assign(List.of(FIRST, SECOND));
    consumer.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
    consumer.updateEndOffsets(Map.of(FIRST, 10L, SECOND, 3L));
  }

  @Test
  void shouldWaitForEveryPartition() {
    ReadProgress progress = new ReadProgress(consumer, List.of(FIRST, SECOND), NEVER);
    consumer.seek(FIRST, 10);
    assertThat(progress.reachedEnd()).isFalse();
    consumer.seek(SECOND, 3);
    assertThat(progress.reachedEnd()).isTrue();
  }

  @Test
  void shouldNotWaitForWhatIsWrittenMeanwhile() {
    ReadProgress progress = new ReadProgress(consumer, List.of(FIRST, SECOND), NEVER);
    consumer.updateEndOffsets(Map.of(FIRST, 1000L, SECOND, 1000L));
    consumer.seek(FIRST, 10);
    consumer.seek(SECOND, 4);
    assertThat(progress.reachedEnd()).isTrue();
  }

  @Test
  void shouldTakeAPartitionWhoseEndIsCompactedAwayAsRead() {
    ReadProgress progress = new ReadProgress(consumer, List.of(FIRST, SECOND), Duration.ZERO);
    assertThat(progress.reachedEnd()).isTrue();
  }

  @Test
  void shouldNotTakeASilentBrokerForTheEnd() {
    ReadProgress progress = new ReadProgress(consumer, List.of(FIRST, SECOND), Duration.ZERO);
    KafkaException silence = new TimeoutException("no answer");
    consumer.setOffsetsException(silence);
    assertThatThrownBy(progress::reachedEnd).isSameAs(silence);
  }
}
