package io.facestream.ingest.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CaptureClockTest {
  private final Clock stopped = Clock.fixed(Instant.ofEpochMilli(5000), ZoneOffset.UTC);

  private int complaints;

  @Test
  void shouldAddMediaTimeToTheStartOfAPacedFile() throws InterruptedException {
    CaptureClock clock = clock(true);
    assertThat(clock.stamp(Duration.ZERO)).isEqualTo(5000);
    assertThat(clock.stamp(Duration.ofMillis(40))).isEqualTo(5040);
    assertThat(clock.stamp(Duration.ofMillis(80))).isEqualTo(5080);
  }

  @Test
  void shouldDoSoForAFileThatIsReadAsFastAsPossible() throws InterruptedException {
    CaptureClock clock = clock(false);
    assertThat(clock.stamp(Duration.ZERO)).isEqualTo(5000);
    assertThat(clock.stamp(Duration.ofMillis(40))).isEqualTo(5040);
    assertThat(clock.stamp(Duration.ofMinutes(40))).isEqualTo(5000 + 2_400_000);
    assertThat(complaints).isZero();
  }

  @Test
  void shouldAlwaysIncreaseEvenWithinOneMillisecond() throws InterruptedException {
    CaptureClock clock = clock(false);
    assertThat(clock.stamp(Duration.ZERO)).isEqualTo(5000);
    assertThat(clock.stamp(Duration.ofNanos(300_000))).isEqualTo(5001);
    assertThat(clock.stamp(null)).isEqualTo(5002);
  }

  @Test
  void shouldSayOnceThatItKeepsItsDistanceFromTheClock() throws InterruptedException {
    CaptureClock clock = clock(false);
    long furthest = 5000 + CaptureClock.MOST_AHEAD.toMillis();
    assertThat(clock.stamp(Duration.ZERO)).isEqualTo(5000);
    assertThat(clock.stamp(Duration.ofHours(1))).isEqualTo(furthest);
    assertThat(clock.stamp(Duration.ofHours(2))).isEqualTo(furthest + 1);
    assertThat(complaints).isOne();
  }

  private CaptureClock clock(boolean paced) {
    return new CaptureClock(stopped, paced, () -> complaints++);
  }
}
