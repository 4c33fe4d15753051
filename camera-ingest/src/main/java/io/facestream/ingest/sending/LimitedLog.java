package io.facestream.ingest.sending;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Keeps lines of one kind few: the first is written at once, those of the minute after are counted,
 * and the next then says how many there were.
 */
final class LimitedLog {
  private static final long PERIOD_NANOS = Duration.ofMinutes(1).toNanos();

  private final Consumer<String> log;
  private final LongSupplier nanoClock;
  private final Map<String, Kind> kinds = new HashMap<>();

  /**
   * @param nanoClock such as {@link System#nanoTime}
   */
  LimitedLog(Consumer<String> log, LongSupplier nanoClock) {
    this.log = log;
    this.nanoClock = nanoClock;
  }

  /**
   * Writes or counts a line.
   *
   * @param kind a word of ours, of which there are few
   */
  synchronized void say(String kind, String line) {
    long now = nanoClock.getAsLong();
    Kind known = kinds.get(kind);
    if (known != null && now - known.since < PERIOD_NANOS) {
      known.held++;
      return;
    }
    long held = known == null ? 0 : known.held;
    log.accept(held == 0 ? line : line + " (and " + held + " such lines before)");
    kinds.put(kind, new Kind(now));
  }

  private static final class Kind {
    private final long since;
    private long held;

    Kind(long since) {
      this.since = since;
    }
  }
}
