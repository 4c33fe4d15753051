package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Whom a sighting is about, as the gallery named them when they were last seen; or somebody
 * unknown.
 *
 * @param personId the person; of somebody unknown, {@link Ids#unknownId}
 * @param name the name shown to people
 * @param watchlists all watchlists the person is on, in their order in the gallery; empty when on
 *     none
 * @param reviewRequired true when a human must look before anybody acts on it, as a policy asks; or
 *     null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SightedPerson(
    String personId,
    String name,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> watchlists,
    Boolean reviewRequired) {

  public SightedPerson {
    watchlists = Watchlists.orFirst(watchlists, null);
  }

  /** The person of a match. */
  public static SightedPerson of(Match match) {
    return new SightedPerson(
        match.personId(), match.name(), match.watchlists(), match.reviewRequired());
  }

  /**
   * Somebody who is not in the gallery.
   *
   * @param unknownId {@link Ids#unknownId}
   */
  public static SightedPerson unknown(String unknownId) {
    return new SightedPerson(unknownId, Ids.nameOfUnknown(unknownId), List.of(), null);
  }

  /** The same under another name and on other lists. */
  SightedPerson reducedTo(String otherName, List<String> fewerWatchlists) {
    return new SightedPerson(personId, otherName, fewerWatchlists, reviewRequired);
  }
}
