package io.facestream.job.gallery;

import io.facestream.decision.SearchScope;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an answer says about a template, beside its similarity.
 *
 * <p>It is kept in state. The first watchlist stands apart because earlier versions kept no other,
 * and their states are read as they are.
 *
 * @param personId the person
 * @param name the name shown to people
 * @param watchlist the first watchlist the person is on, or null
 * @param threshold the person's own cosine threshold, or null
 * @param furtherWatchlists the watchlists after the first, in their order; empty where there are
 *     none or none were kept
 * @param validFrom the first capture time at which it counts, milliseconds since the epoch; null:
 *     since ever
 * @param validUntil the first capture time at which it no longer does; null: for ever
 */
public record Template(
    String personId,
    String name,
    String watchlist,
    Float threshold,
    List<String> furtherWatchlists,
    Long validFrom,
    Long validUntil) {

  public Template {
    furtherWatchlists = furtherWatchlists == null ? List.of() : furtherWatchlists;
  }

  /**
   * Of a person on any number of watchlists, who is always valid.
   *
   * @param watchlists in their order; may be empty
   * @param threshold the person's own cosine threshold, or null
   */
  public static Template of(
      String personId, String name, List<String> watchlists, Float threshold) {
    return watchlists.isEmpty()
        ? new Template(personId, name, null, threshold, List.of(), null, null)
        : new Template(
            personId,
            name,
            watchlists.get(0),
            threshold,
            watchlists.subList(1, watchlists.size()),
            null,
            null);
  }

  /** The same, which counts in a part of the time only. */
  public Template valid(Long from, Long until) {
    return new Template(personId, name, watchlist, threshold, furtherWatchlists, from, until);
  }

  /**
   * The same, of a person who is on these watchlists at most.
   *
   * @param only null for all
   */
  public Template knownOn(List<String> only) {
    return only == null
        ? this
        : of(personId, name, watchlists().stream().filter(only::contains).toList(), threshold)
            .valid(validFrom, validUntil);
  }

  /**
   * Whether it counts in a frame.
   *
   * @param capturedAt the frame's capture time, milliseconds since the epoch
   */
  public boolean isValidAt(long capturedAt) {
    return (validFrom == null || capturedAt >= validFrom)
        && (validUntil == null || capturedAt < validUntil);
  }

  /** Whether the person is looked for. */
  public boolean isInReach(SearchScope scope) {
    return scope.isAll() || scope.reaches(watchlists());
  }

  /** All watchlists the person is on, in their order; empty when on none. */
  public List<String> watchlists() {
    return watchlist == null
        ? List.of()
        : Stream.concat(Stream.of(watchlist), furtherWatchlists.stream()).toList();
  }
}
