package io.facestream.ingest.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CaptureClockTest {
  private final Clock stopped = Clock.fixed(Instant.ofEpochMilli(5000), ZoneOffset.UTC);

  @Test
  void shouldAddMediaTimeToTheStartOfAPacedFile() throws InterruptedException {
    CaptureClock clock = new CaptureClock(stopped, true);
    assertThat(clock.stamp(Duration.ZERO)).isEqualTo(5000);
    assertThat(clock.stamp(Duration.ofMillis(40))).isEqualTo(5040);
    assertThat(clock.stamp(Duration.ofMillis(80))).isEqualTo(5080);
  }

  @Test
  void shouldAlwaysIncreaseEvenWithinOneMillisecond() throws InterruptedException {
    CaptureClock clock = new CaptureClock(stopped, false);
    assertThat(clock.stamp(Duration.ZERO)).isEqualTo(5000);
    assertThat(clock.stamp(Duration.ofHours(1))).isEqualTo(5001);
    assertThat(clock.stamp(null)).isEqualTo(5002);
  }
}
