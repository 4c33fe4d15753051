package io.facestream.console.http;

import io.facestream.wire.Printable;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which parameters a query may have, by route. One that is misspelt would otherwise be passed over
 * in silence, and the answer would be of everybody.
 */
public final class Queries {
  private static final int LONGEST_NAME = 100;

  private final Map<Route, Set<String>> known;

  /**
   * @param known by route; of others nothing is checked
   */
  public Queries(Map<Route, Set<String>> known) {
    this.known = Map.copyOf(known);
  }

  /** Refuses what a route does not know, and what comes twice. */
  void check(Route route, Context context) {
    Set<String> names = known.get(route);
    if (names == null) {
      return;
    }
    for (Map.Entry<String, List<String>> given : context.queryParamMap().entrySet()) {
      String name = Printable.of(given.getKey(), LONGEST_NAME);
      if (!names.contains(given.getKey())) {
        throw ProblemException.invalid("There is no parameter '" + name + "' here");
      }
      if (given.getValue().size() > 1) {
        throw ProblemException.invalid("The parameter '" + name + "' comes twice");
      }
    }
  }
}
