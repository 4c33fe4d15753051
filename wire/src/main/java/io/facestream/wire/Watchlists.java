package io.facestream.wire;

import java.util.List;

/** The watchlists of a person in an answer. */
final class Watchlists {
  private Watchlists() {}

  /**
   * All of them, so that who reads an answer need not know whether its version named all.
   *
   * @param all as the answer has them, or null where it does not say
   * @param first the first, or null when there is none
   */
  static List<String> orFirst(List<String> all, String first) {
    if (all != null) {
      return all;
    }
    return first == null ? List.of() : List.of(first);
  }
}
