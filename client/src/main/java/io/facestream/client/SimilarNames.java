package io.facestream.client;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that somebody meant. */
final class SimilarNames {
  /** Two letters left out, added or changed; more is another word. */
  private static final int MOST_EDITS = 2;

  private SimilarNames() {}

  /** The known name that a few edits turn this one into; empty when there is none. */
  static Optional<String> nearest(String name, Collection<String> known) {
    return known.stream()
        .filter(other -> Math.abs(other.length() - name.length()) <= MOST_EDITS)
        .filter(other -> edits(name, other) <= MOST_EDITS)
        .min(Comparator.<String>comparingInt(other -> edits(name, other)).thenComparing(o -> o));
  }

  /** The distance of V. Levenshtein (1966): letters to insert, delete or replace. */
  private static int edits(String a, String b) {
    int[] before = new int[b.length() + 1];
    for (int j = 0; j < before.length; j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[before.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(before[j], row[j - 1]) + 1);
      }
      before = row;
    }
    return before[b.length()];
  }
}
