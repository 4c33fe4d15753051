package io.facestream.console.retention;

import io.facestream.console.access.Caller;
import io.facestream.console.access.Noted;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The rules in force, for all consoles of a database. */
public final class RetentionSettings {
  private static final String ENDLESS = "without end";

  private final Jdbi jdbi;
  private final Noted audit;
  private final Clock clock;

  public RetentionSettings(Jdbi jdbi, Noted audit, Clock clock) {
    this.jdbi = jdbi;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The rules, and since when.
   *
   * @param version another after each change
   * @param lastRun when they were applied last; null while they never were
   */
  public record State(RetentionRules rules, long version, Instant lastRun) {}

  /** As of now. */
  public State state() {
    return jdbi.withHandle(RetentionTable::state);
  }

  /** What is young enough now, within a transaction. */
  public RetentionFilter filter(Handle handle) {
    return new RetentionFilter(RetentionTable.state(handle).rules(), clock.instant());
  }

  /** Whether the picture of an event may still be shown. */
  public boolean showsPicture(boolean unknown, Instant at) {
    return state().rules().showsPicture(unknown, at, clock.instant());
  }

  /**
   * Changes them.
   *
   * @param version that was changed
   * @return whether it still was that version
   */
  public boolean change(Caller caller, RetentionRules rules, long version) {
    return jdbi.inTransaction(
        handle -> {
          if (!RetentionTable.change(handle, rules, version)) {
            return false;
          }
          audit.add(handle, caller.id(), "retention.change", "retention", details(rules));
          return true;
        });
  }

  private static Map<String, String> details(RetentionRules rules) {
    Map<String, String> details = new TreeMap<>();
    details.put("matchedEvents", text(rules.matchedEvents()));
    details.put("unmatchedEvents", text(rules.unmatchedEvents()));
    details.put("matchedPictures", text(rules.matchedPictures()));
    details.put("unmatchedPictures", text(rules.unmatchedPictures()));
    details.put("audit", text(rules.audit()));
    return details;
  }

  private static String text(Age age) {
    return age == null ? ENDLESS : age.text();
  }
}
