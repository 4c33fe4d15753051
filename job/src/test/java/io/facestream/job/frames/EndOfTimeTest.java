package io.facestream.job.frames;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class EndOfTimeTest {
  @Test
  void shouldEndTimeThoughTheSourceIsIdle() throws Exception {
    try (OneInputStreamOperatorTestHarness<String, String> harness =
        new OneInputStreamOperatorTestHarness<>(new EndOfTime<>())) {
      harness.open();
      harness.processElement("a", 1);
      harness.processWatermark(1);
      harness.processWatermarkStatus(WatermarkStatus.IDLE);
      harness.endInput();
      assertThat(harness.getOutput())
          .containsExactly(
              new StreamRecord<>("a", 1),
              new Watermark(1),
              WatermarkStatus.IDLE,
              WatermarkStatus.ACTIVE,
              Watermark.MAX_WATERMARK);
    }
  }
}
