package io.facestream.gallery;

import io.facestream.gallery.people.PersonNames;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that somebody may have meant. */
final class NearNames {
  private static final int MOST = 3;

  private NearNames() {}

  /** At most three, nearest first: names that contain the wanted one, or are a few typos away. */
  static List<String> to(String wanted, Collection<String> names) {
    int slash = wanted.indexOf('/');
    String plain = PersonNames.id(slash < 0 ? wanted : wanted.substring(0, slash));
    int allowed = Math.max(1, plain.length() / 3);
    return names.stream()
        .filter(name -> contains(name, plain) || distance(plain, name) <= allowed)
        .sorted(
            Comparator.<String>comparingInt(name -> distance(plain, name))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  private static boolean contains(String name, String part) {
    return part.length() > 1 && name.toLowerCase(Locale.ROOT).contains(part);
  }

  /** Levenshtein's distance: insertions, deletions and substitutions of characters. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(substituted, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
