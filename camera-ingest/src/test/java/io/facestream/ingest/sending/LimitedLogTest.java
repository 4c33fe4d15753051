package io.facestream.ingest.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LimitedLogTest {
  @Test
  void shouldWriteTheFirstOfAKindAndThenACountEveryMinute() {
    List<String> lines = new ArrayList<>();
    AtomicLong clock = new AtomicLong();
    LimitedLog log = new LimitedLog(lines::add, clock::get);
    for (int second = 0; second < 121; second++) {
      clock.set(TimeUnit.SECONDS.toNanos(second));
      log.say("lost", "lost");
    }
    log.say("other", "other");
    assertThat(lines)
        .containsExactly(
            "lost", "lost (and 59 such lines before)", "lost (and 59 such lines before)", "other");
  }
}
