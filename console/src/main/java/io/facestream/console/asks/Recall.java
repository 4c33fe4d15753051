package io.facestream.console.asks;

import io.facestream.console.access.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the console keeps of somebody who was recognised. */
public interface Recall {
  /** Details as they were enrolled with; empty when there are none. */
  Map<String, String> details(String personId);

  /** When they came, as far as somebody of that scope may know. */
  Past visits(String personId, Scope scope);

  /**
   * Visits of a person.
   *
   * @param count on how many days
   * @param last the latest, newest first
   */
  record Past(long count, List<Day> last) {}

  /** A day on which they were seen. */
  record Day(LocalDate day, Instant firstSeen, Instant lastSeen, List<String> cameras) {}
}
