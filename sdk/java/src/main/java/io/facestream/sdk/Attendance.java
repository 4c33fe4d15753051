package io.facestream.sdk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A person on a day. */
public record Attendance(
    Who person,
    LocalDate day,
    Instant firstSeen,
    Instant lastSeen,
    int sightings,
    List<String> cameras) {

  /** Who it was. */
  public record Who(String personId, String name, List<String> watchlists) {}
}
