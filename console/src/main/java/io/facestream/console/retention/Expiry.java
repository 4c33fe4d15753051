package io.facestream.console.retention;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Something that is kept for a while only.
 *
 * @param name as the audit log has it
 */
public record Expiry(String name, Step step) {
  /** Deletes what is too old. */
  @FunctionalInterface
  public interface Step {
    /**
     * Some of it, in a transaction.
     *
     * @return how many they were; fewer than asked for where there are no more
     */
    int delete(Handle handle, RetentionRules rules, Instant now, int most);
  }
}
