package io.facestream.gallery.importing;

import io.facestream.gallery.people.BadPeopleException;
import io.facestream.gallery.people.PeopleDirectory;
import io.facestream.gallery.people.Person;
import io.facestream.gallery.people.PersonNames;
import io.facestream.gallery.people.ValidityText;
import io.facestream.photos.tables.CsvRow;
import io.facestream.photos.tables.CsvTable;
import io.facestream.wire.GalleryBounds;
import io.facestream.wire.Ids;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The table beside a matrix of embeddings: row i says whose embedding row i is. Columns {@code
 * person}, and if wanted {@code photo, name, watchlists, threshold, quality, validFrom,
 * validUntil}; others are attributes.
 */
final class ImportTable implements AutoCloseable {
  private static final Set<String> COLUMNS =
      Set.of(
          "person",
          "photo",
          "name",
          "watchlists",
          "threshold",
          "quality",
          "validfrom",
          "validuntil");

  /**
   * Whose embedding a row is.
   *
   * @param quality 0…1
   */
  record Row(String templateId, Person person, float quality) {}

  private final PeopleDirectory people;
  private final CsvTable table;
  private long rows;

  private ImportTable(CsvTable table, PeopleDirectory people) {
    this.table = table;
    this.people = people;
  }

  static ImportTable open(Path file, PeopleDirectory people) {
    return new ImportTable(CsvTable.open(file, List.of("person")), people);
  }

  /**
   * Reads a table through, so that a mistake in its last row is found before the first is written.
   *
   * @throws BadPeopleException when a row is wrong, two name the same template, or their number is
   *     not that of the matrix
   */
  static void check(Path file, PeopleDirectory people, long expectedRows) {
    Set<String> ids = new HashSet<>();
    try (ImportTable table = open(file, people)) {
      for (Row row = table.next(); row != null; row = table.next()) {
        if (!ids.add(row.templateId())) {
          throw new BadPeopleException(
              file + " row " + table.rows,
              String.format(
                  Locale.ROOT,
                  "the template %s is there already; give each row of a person another photo",
                  row.templateId()));
        }
      }
      if (table.rows != expectedRows) {
        throw new BadPeopleException(
            file.toString(),
            String.format(
                Locale.ROOT,
                "it has %d rows, the matrix has %d; row i names the person of embedding i",
                table.rows,
                expectedRows));
      }
    }
  }

  /** The next row, or null at the end. */
  Row next() {
    CsvRow row = table.next();
    if (row == null) {
      return null;
    }
    rows++;
    String name = row.required("person");
    Person person = overruled(people.person(name), row);
    String photo = row.text("photo") == null ? Long.toString(rows) : row.text("photo");
    boolean alias = !PersonNames.id(name).equals(person.id());
    String id = Ids.templateId(person.id(), alias ? name + "/" + photo : photo);
    requireWithinBounds(row, GalleryBounds.complaint(id));
    requireWithinBounds(row, GalleryBounds.complaint(person.toEntry().build()));
    return new Row(id, person, quality(row));
  }

  @Override
  public void close() {
    table.close();
  }

  private static void requireWithinBounds(CsvRow row, String complaint) {
    if (complaint != null) {
      throw new BadPeopleException(row.source(), complaint);
    }
  }

  private Person overruled(Person person, CsvRow row) {
    String name = row.text("name");
    List<String> watchlists = row.list("watchlists");
    Float threshold = row.number("threshold");
    Map<String, String> attributes = row.others(table.columns(), COLUMNS);
    if (threshold != null && !(threshold >= -1 && threshold <= 1)) {
      throw new BadPeopleException(
          row.source(), "the threshold " + threshold + " is no cosine between -1 and 1");
    }
    return new Person(
        person.id(),
        name == null ? person.name() : name,
        watchlists == null ? person.watchlists() : watchlists,
        threshold == null ? person.threshold() : threshold,
        attributes == null ? person.attributes() : attributes,
        ValidityText.usable(
            row.source(),
            person
                .validity()
                .overruledBy(
                    ValidityText.read(
                        row.source(), row.text("validFrom"), row.text("validUntil")))));
  }

  private static float quality(CsvRow row) {
    Float quality = row.number("quality");
    if (quality != null && !(quality >= 0 && quality <= 1)) {
      throw new BadPeopleException(row.source(), "the quality " + quality + " is not in 0 to 1");
    }
    return quality == null ? 1 : quality;
  }
}
