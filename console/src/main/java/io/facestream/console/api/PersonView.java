package io.facestream.console.api;

import io.facestream.console.access.Scope;
import io.facestream.wire.Ids;
import java.util.List;

/**
 * Whom something is about.
 *
 * @param watchlists those that the caller may know of
 * @param unknown true for somebody who is not in the gallery; else absent
 */
record PersonView(String personId, String name, List<String> watchlists, Boolean unknown) {
  static PersonView of(String personId, String name, List<String> watchlists, Scope scope) {
    return new PersonView(
        personId,
        name == null ? personId : name,
        watchlists == null ? List.of() : watchlists.stream().filter(scope::has).toList(),
        Ids.isUnknown(personId) ? Boolean.TRUE : null);
  }
}
