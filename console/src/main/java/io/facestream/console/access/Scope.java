package io.facestream.console.access;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The watchlists that a user or key may search and see: all, or those named, of which none may. */
public final class Scope {
  /** Every watchlist, also those of tomorrow. */
  public static final Scope ALL = new Scope(null);

  private static final int LONGEST_NAME = 200;
  private static final String BETWEEN = "\n";

  private final SortedSet<String> watchlists;

  private Scope(SortedSet<String> watchlists) {
    this.watchlists = watchlists;
  }

  /**
   * Those watchlists only.
   *
   * @throws IllegalArgumentException when a name is blank, too long, or has control characters
   */
  public static Scope of(Collection<String> watchlists) {
    watchlists.forEach(Scope::validate);
    return new Scope(new TreeSet<>(watchlists));
  }

  private static void validate(String watchlist) {
    if (watchlist == null
        || watchlist.isBlank()
        || watchlist.length() > LONGEST_NAME
        || watchlist.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "A watchlist's name has 1 to " + LONGEST_NAME + " characters, none of them a control");
    }
  }

  /** Whether a watchlist belongs to it. */
  public boolean has(String watchlist) {
    return watchlists == null || watchlists.contains(watchlist);
  }

  /** Whether it sees somebody who is on these; on none, as somebody unknown is, only as a whole. */
  public boolean sees(Collection<String> ofPerson) {
    return watchlists == null || ofPerson.stream().anyMatch(watchlists::contains);
  }

  /** Whether it has all that the other has. */
  public boolean covers(Scope other) {
    return watchlists == null
        || other.watchlists != null && watchlists.containsAll(other.watchlists);
  }

  /** The names in order; empty for all. */
  public Optional<List<String>> watchlists() {
    return Optional.ofNullable(watchlists).map(List::copyOf);
  }

  /** For a column; null for all. */
  public String stored() {
    return watchlists == null ? null : String.join(BETWEEN, watchlists);
  }

  /** The scope of such a column. */
  public static Scope ofStored(String text) {
    if (text == null) {
      return ALL;
    }
    return of(text.isEmpty() ? List.of() : List.of(text.split(BETWEEN)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scope scope && Objects.equals(watchlists, scope.watchlists);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(watchlists);
  }

  @Override
  public String toString() {
    return watchlists == null ? "all" : String.join(",", watchlists);
  }
}
