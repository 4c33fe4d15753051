package io.facestream.sdk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Somebody to enrol.
 *
 * @param personId null for one that the console makes
 * @param name for people
 * @param watchlists at least one where the key has a scope
 * @param details may be null
 * @param validUntil when the enrolment ends; null for never
 * @param face the token of an unknown face ({@link Recognition#token}), or null to add a photo
 *     later
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewPerson(
    String personId,
    String name,
    List<String> watchlists,
    Map<String, String> details,
    Instant validFrom,
    Instant validUntil,
    String face) {

  /** Of an unknown face. */
  public static NewPerson of(String name, List<String> watchlists, String face) {
    return new NewPerson(null, name, watchlists, null, null, null, face);
  }
}
