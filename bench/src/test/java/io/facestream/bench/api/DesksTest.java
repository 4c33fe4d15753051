package io.facestream.bench.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class DesksTest {
  private static final int LONG = 600;
  private static final byte[] PICTURE = {1};

  @Test
  void shouldAskNoMoreThanItMay() throws Exception {
    Desks desks = new Desks(List.of(PICTURE), LONG, 10);
    Desks.Asked asked =
        desks.run(4, Desks.WITHOUT_PAUSE, (picture, since, answers) -> answers.answered());
    assertThat(asked.answers().count()).isEqualTo(10);
    assertThat(asked.perSecond()).isPositive();
  }

  /** Each client at its own moments, also those that a slow answer has held up. */
  @Test
  void shouldCountFromWhenAnAnswerWasDue() throws Exception {
    Duration every = Duration.ofMillis(10);
    Queue<Long> due = new ConcurrentLinkedQueue<>();
    new Desks(List.of(PICTURE), LONG, 12)
        .run(
            2,
            every,
            (picture, since, answers) -> {
              if (due.isEmpty()) {
                Thread.sleep(3 * every.toMillis());
              }
              due.add(since);
              answers.answered();
            });
    long first = due.stream().min(Long::compare).orElseThrow();
    assertThat(due)
        .hasSize(12)
        .doesNotHaveDuplicates()
        .allMatch(moment -> (moment - first) % (every.toNanos() / 2) == 0);
  }
}
