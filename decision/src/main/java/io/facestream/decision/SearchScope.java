package io.facestream.decision;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Which watchlists a frame is searched in. A camera leaves out those whose policies name other
 * cameras ({@link Reach}); a request may name the only ones that whoever asks may know of.
 *
 * @param without watchlists that are left out; may be empty
 * @param only watchlists that are not left out, if no others are; null for all. Who is on no
 *     watchlist is in reach only where it is null
 */
public record SearchScope(Set<String> without, Set<String> only) {
  /** Everybody is in reach. */
  public static final SearchScope ALL = new SearchScope(Set.of(), null);

  /**
   * By lists; null is none that are left out, and no others that are.
   *
   * @param without null or watchlists that are left out
   * @param only null or the only watchlists that are not
   */
  public static SearchScope of(Collection<String> without, Collection<String> only) {
    return without == null && only == null
        ? ALL
        : new SearchScope(
            without == null ? Set.of() : Set.copyOf(without),
            only == null ? null : Set.copyOf(only));
  }

  /** Whether everybody is in reach. */
  public boolean isAll() {
    return without.isEmpty() && only == null;
  }

  /** Whether people on a watchlist are looked for because of it. */
  public boolean covers(String watchlist) {
    return !without.contains(watchlist) && (only == null || only.contains(watchlist));
  }

  /**
   * Whether somebody is looked for.
   *
   * @param watchlists on which the person is; may be empty
   */
  public boolean reaches(Collection<String> watchlists) {
    return watchlists.isEmpty() ? only == null : watchlists.stream().anyMatch(this::covers);
  }

  /** Those of some watchlists that are looked for, in their order. */
  public List<String> coveredOf(Collection<String> watchlists) {
    return watchlists.stream().filter(this::covers).toList();
  }
}
