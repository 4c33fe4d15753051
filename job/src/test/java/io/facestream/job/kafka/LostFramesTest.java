package io.facestream.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.api.Test;

class LostFramesTest {
  private static final int PARTITION = 3;

  private final Counter lost = new SimpleCounter();
  private long firstKept;
  private long questions;

  private final LostFrames frames = new LostFrames("frames", this::firstOffsets, lost);

  @Test
  void shouldCountFramesDeletedWhileTheJobWasDown() {
    frames.beginAt(PARTITION, 3);
    firstKept = 7;
    see(7, 8);
    assertThat(lost.getCount()).as("offsets 3 to 6").isEqualTo(4);
  }

  @Test
  void shouldCountThoseOfAPartitionThatWasEmptyWhenTheJobStopped() {
    frames.beginAt(PARTITION, 0);
    firstKept = 4;
    see(4);
    assertThat(lost.getCount()).isEqualTo(4);
  }

  @Test
  void shouldNotMissWhatWasDeletedBeforeTheFirstStart() {
    firstKept = 1_000;
    see(1_000, 1_001);
    assertThat(lost.getCount()).isZero();
  }

  @Test
  void shouldCountOnlyWhatWasDeletedOfALongerLeap() {
    see(0);
    firstKept = 3;
    see(5);
    assertThat(lost.getCount()).as("offsets 1 and 2; 3 and 4 are no records").isEqualTo(2);
  }

  @Test
  void shouldNotTakeTheMarkersOfTransactionsForLosses() {
    for (long offset = 0; offset < 2_000; offset += 2) {
      see(offset);
    }
    assertThat(lost.getCount()).isZero();
    assertThat(questions).as("not one for each leap").isLessThan(100);
  }

  private void see(long... offsets) {
    for (long offset : offsets) {
      frames.see(PARTITION, offset);
    }
  }

  private Map<Integer, Long> firstOffsets() {
    questions++;
    return Map.of(PARTITION, firstKept);
  }
}
