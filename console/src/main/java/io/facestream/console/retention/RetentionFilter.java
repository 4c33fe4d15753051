package io.facestream.console.retention;

import io.facestream.wire.Printable;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What of some records is young enough to be stored. A topic can keep them for longer, and a
 * database that is made anew reads it from its beginning. Thread-confined.
 */
public final class RetentionFilter {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionFilter.class);

  private final RetentionRules rules;
  private final Instant now;
  private int tooOld;

  RetentionFilter(RetentionRules rules, Instant now) {
    this.rules = rules;
    this.now = now;
  }

  /** Whether an event is to be stored. */
  public boolean keeps(boolean unknown, Instant at) {
    boolean keeps = rules.keepsEvent(unknown, at, now);
    tooOld += keeps ? 0 : 1;
    return keeps;
  }

  /** Says how many were not. */
  public void tell(String topic) {
    if (tooOld > 0) {
      LOG.info(
          "{} records of {} are older than what is kept, and are not stored",
          tooOld,
          Printable.of(topic));
    }
  }
}
