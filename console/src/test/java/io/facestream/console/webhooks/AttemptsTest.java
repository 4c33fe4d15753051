package io.facestream.console.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private static final Instant BEGAN = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void shouldEndAfterAboutADay() {
    assertThat(all(() -> 0L)).isBetween(Duration.ofHours(21), Duration.ofHours(22));
    assertThat(all(() -> -1L)).isBetween(Duration.ofHours(26), Duration.ofHours(27));
  }

  private static Duration all(RandomGenerator random) {
    Instant at = BEGAN;
    int made = 1;
    for (Instant next = BEGAN; next != null; made++) {
      at = next;
      next = Attempts.next(made, at, random);
    }
    assertThat(made).isEqualTo(Attempts.MOST + 1);
    return Duration.between(BEGAN, at);
  }

  @Test
  void shouldNotHaveManyComeBackTogether() {
    Random random = new Random(1);
    assertThat(random.ints(100).mapToObj(i -> Attempts.next(5, BEGAN, random)).distinct())
        .hasSizeGreaterThan(90);
  }
}
