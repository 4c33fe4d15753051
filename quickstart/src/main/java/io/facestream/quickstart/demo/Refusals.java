package io.facestream.quickstart.demo;

import io.facestream.wire.Printable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Counts refused records by their reason, and remembers the first of each. Reasons that differ in
 * numbers and quoted names only are one. Not thread-safe.
 */
final class Refusals {
  private static final int MOST_SHOWN = 10;
  private static final int MOST_KEPT = 200;
  private static final int MOST_CHARS = 200;

  private final Function<Refusal, String> describe;
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private long count;

  private static final class Group {
    private final String reason;
    private final String first;
    private long count;

    Group(String reason, String first) {
      this.reason = reason;
      this.first = first;
    }
  }

  /**
   * Nothing refused yet.
   *
   * @param describe says which record one is; asked for the first of each reason alone
   */
  Refusals(Function<Refusal, String> describe) {
    this.describe = describe;
  }

  void add(Refusal refusal) {
    count++;
    String kind = refusal.reason().replaceAll("'[^']*'", "''").replaceAll("[0-9]+", "0");
    Group group = groups.get(kind);
    if (group == null && groups.size() < MOST_KEPT) {
      group = new Group(refusal.reason(), describe.apply(refusal));
      groups.put(kind, group);
    }
    if (group != null) {
      group.count++;
    }
  }

  long count() {
    return count;
  }

  /** A line for each of the most frequent reasons, most frequent first, and one for the others. */
  List<String> lines() {
    List<String> lines =
        new ArrayList<>(
            shown().stream()
                .map(
                    group ->
                        String.format(
                            Locale.ROOT,
                            "%,14d × %s; %s%s",
                            group.count,
                            Printable.of(group.reason, MOST_CHARS),
                            group.count > 1 ? "first: " : "",
                            Printable.of(group.first, MOST_CHARS)))
                .toList());
    long others = count - shown().stream().mapToLong(group -> group.count).sum();
    if (others > 0) {
      lines.add(String.format(Locale.ROOT, "%,14d for other reasons", others));
    }
    return lines;
  }

  private List<Group> shown() {
    return groups.values().stream()
        .sorted(Comparator.comparingLong((Group group) -> -group.count))
        .limit(MOST_SHOWN)
        .toList();
  }
}
