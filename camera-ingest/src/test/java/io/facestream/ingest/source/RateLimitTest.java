package io.facestream.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  @Test
  void shouldThinEvenlyDespiteJitter() {
    RateLimit limit = new RateLimit(5);
    // 25 pictures/s, each up to 10 ms early or late, over 4 s.
    long passed =
        LongStream.range(0, 100)
            .map(i -> i * 40 + (i % 3 - 1) * 10 + 10)
            .filter(millis -> limit.allows(Duration.ofMillis(millis)))
            .count();
    assertThat(passed).isBetween(20L, 21L);
  }

  @Test
  void shouldLetEverythingPassWithoutARate() {
    RateLimit limit = new RateLimit(0);
    assertThat(limit.allows(Duration.ZERO) && limit.allows(Duration.ZERO)).isTrue();
  }
}
