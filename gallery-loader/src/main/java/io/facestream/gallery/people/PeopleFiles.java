package io.facestream.gallery.people;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.facestream.photos.tables.CsvRow;
import io.facestream.photos.tables.CsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code people.csv} and {@code person.yaml}, the two places that say more than a folder. */
final class PeopleFiles {
  static final String TABLE = "people.csv";
  static final List<String> CARDS = List.of("person.yaml", "person.yml", "person.json");

  private static final Set<String> COLUMNS =
      Set.of(
          "person", "id", "name", "watchlists", "threshold", "aliases", "validfrom", "validuntil");

  /** JSON is YAML, so one parser reads both. */
  private static final ObjectMapper YAML = new YAMLMapper();

  /** The content of a person file; all fields optional. */
  private record CardContent(
      String id,
      String name,
      List<String> watchlists,
      Float threshold,
      Map<String, String> attributes,
      String validFrom,
      String validUntil,
      List<String> aliases) {}

  private PeopleFiles() {}

  /**
   * One card per row, whose names of columns may be of any case; columns that are not known become
   * attributes.
   */
  static List<PersonCard> readTable(Path file) {
    List<PersonCard> cards = new ArrayList<>();
    try (CsvTable table = CsvTable.open(file, List.of("person"))) {
      for (CsvRow row = table.next(); row != null; row = table.next()) {
        cards.add(
            new PersonCard(
                row.source(),
                row.required("person"),
                row.text("id"),
                row.text("name"),
                row.list("watchlists"),
                row.number("threshold"),
                row.others(table.columns(), COLUMNS),
                ValidityText.read(row.source(), row.text("validFrom"), row.text("validUntil")),
                row.list("aliases")));
      }
    }
    return cards;
  }

  /** The card of a person's folder, or null when it has none. */
  static PersonCard readCard(Path folder) {
    for (String name : CARDS) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        return readCard(folder, file);
      }
    }
    return null;
  }

  private static PersonCard readCard(Path folder, Path file) {
    try {
      CardContent c = YAML.readValue(Files.readString(file), CardContent.class);
      return c == null
          ? null
          : new PersonCard(
              file.toString(),
              folder.getFileName().toString(),
              c.id,
              c.name,
              c.watchlists,
              c.threshold,
              c.attributes,
              ValidityText.read(file.toString(), c.validFrom, c.validUntil),
              c.aliases);
    } catch (JacksonException e) {
      throw new BadPeopleException(
          file.toString(),
          e.getOriginalMessage().lines().findFirst().orElse("no YAML")
              + "; a person has id, name, watchlists, threshold, attributes, validFrom, validUntil, aliases",
          e);
    } catch (IOException e) {
      throw new BadPeopleException(file.toString(), "it cannot be read: " + e.getMessage(), e);
    }
  }
}
