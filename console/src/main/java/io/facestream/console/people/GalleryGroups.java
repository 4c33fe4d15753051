package io.facestream.console.people;

import io.facestream.policies.outlook.EnrolledGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** How many templates there are of whom, by all that policies tell people apart by. */
public final class GalleryGroups {
  private final Jdbi jdbi;

  public GalleryGroups(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record Group(List<String> watchlists, String personId) {}

  private record Row(String templateId, String personId, String watchlist) {}

  /**
   * All templates of people, each counted once.
   *
   * @param apart people who are told apart from others of the same watchlists
   */
  public List<EnrolledGroup> all(Set<String> apart) {
    Map<Group, Long> counted = jdbi.withHandle(handle -> count(handle, apart));
    return counted.entrySet().stream()
        .map(
            group ->
                new EnrolledGroup(
                    group.getKey().watchlists(), group.getKey().personId(), group.getValue()))
        .toList();
  }

  private static Map<Group, Long> count(Handle handle, Set<String> apart) {
    Map<Group, Long> counted = new HashMap<>();
    try (var rows =
        handle
            .createQuery(
                "SELECT t.template_id, t.person_id, w.watchlist FROM templates t"
                    + " LEFT JOIN template_watchlists w ON w.template_id = t.template_id"
                    + " WHERE t.about IS NULL ORDER BY t.template_id, w.watchlist")
            .map(
                (row, context) ->
                    new Row(
                        row.getString("template_id"),
                        row.getString("person_id"),
                        row.getString("watchlist")))
            .iterator()) {
      Row before = null;
      List<String> watchlists = new ArrayList<>();
      while (rows.hasNext()) {
        Row row = rows.next();
        if (before != null && !before.templateId().equals(row.templateId())) {
          add(counted, before, watchlists, apart);
          watchlists.clear();
        }
        if (row.watchlist() != null) {
          watchlists.add(row.watchlist());
        }
        before = row;
      }
      if (before != null) {
        add(counted, before, watchlists, apart);
      }
    }
    return counted;
  }

  private static void add(
      Map<Group, Long> counted, Row template, List<String> watchlists, Set<String> apart) {
    String person = apart.contains(template.personId()) ? template.personId() : null;
    counted.merge(new Group(List.copyOf(watchlists), person), 1L, Long::sum);
  }
}
