package io.facestream.console.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.TreeMap;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param type {@code urn:facestream:problem:CODE}
 * @param title the same for each of a code
 * @param code for programs, such as {@code not-found}
 * @param cure what to do about it
 * @param id names this one in the log; only of failures that are ours
 * @param more further members that some codes have
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
    String type,
    String title,
    int status,
    String code,
    String cure,
    String id,
    @JsonAnyGetter Map<String, Object> more) {
  static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(int status, String code, String title, String cure) {
    return new Problem("urn:facestream:problem:" + code, title, status, code, cure, null, Map.of());
  }

  Problem withId(String request) {
    return new Problem(type, title, status, code, cure, request, more);
  }

  Problem with(String name, Object value) {
    Map<String, Object> all = new TreeMap<>(more);
    all.put(name, value);
    return new Problem(type, title, status, code, cure, id, all);
  }
}
