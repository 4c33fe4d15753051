package io.facestream.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackOffTest {
  private final BackOff backOff = new BackOff();
  private Instant now = Instant.parse("2026-11-26T10:00:00Z");

  @Test
  void shouldWaitTwiceAsLongEachTimeButNeverMoreThanAMinute() {
    assertThat(waitsOfALoop(8)).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
  }

  @Test
  void shouldBeginAnewAfterFiveMinutesOfHealth() {
    waitsOfALoop(4);
    now = now.plus(Duration.ofMinutes(6));

    assertThat(waitsOfALoop(2)).containsExactly(1L, 2L);
  }

  @Test
  void shouldBeDueWhenTheWaitIsOverAndNotBefore() {
    backOff.died(now);

    assertThat(backOff.isDue(now)).isFalse();
    assertThat(backOff.isDue(now.plusSeconds(1))).isTrue();
    backOff.settled();
    assertThat(backOff.isDue(now.plusSeconds(1))).isFalse();
  }

  private List<Long> waitsOfALoop(int deaths) {
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < deaths; i++) {
      Duration wait = backOff.died(now);
      waits.add(wait.toSeconds());
      now = now.plus(wait);
      backOff.started(now);
    }
    return waits;
  }
}
