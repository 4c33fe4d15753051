package io.facestream.evaluate.samples;

import io.facestream.photos.tables.BadTableException;
import io.facestream.photos.tables.CsvRow;
import io.facestream.photos.tables.CsvTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Labels of people: a CSV table with the columns {@code person} and {@code group}. */
public final class GroupsFile {
  private GroupsFile() {}

  /**
   * Reads a table.
   *
   * @param people by number; strangers may be named with or without their folder
   * @return the group of each person by number; null for those whom the table does not name
   * @throws BadTableException when it is no such table, or names one person twice; with the line
   */
  public static List<String> read(Path file, List<String> people) {
    Map<String, String> groups = new HashMap<>();
    try (CsvTable table = CsvTable.open(file, List.of("person", "group"))) {
      for (CsvRow row = table.next(); row != null; row = table.next()) {
        String person = row.required("person");
        if (groups.put(person, row.required("group")) != null) {
          throw new BadTableException(row.source(), "'" + person + "' is named twice; name once");
        }
      }
    }
    List<String> found = new ArrayList<>();
    for (String person : people) {
      String plain = person.substring(person.lastIndexOf('/') + 1);
      found.add(groups.getOrDefault(person, groups.get(plain)));
    }
    if (found.stream().allMatch(group -> group == null)) {
      throw new BadTableException(
          file.toString(), "it names nobody of these photos; name people as their folders");
    }
    return found;
  }
}
