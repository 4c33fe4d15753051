package io.facestream.evaluate.samples;

import io.facestream.photos.tables.BadTableException;
import io.facestream.photos.tables.CsvRow;
import io.facestream.photos.tables.CsvTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Pairs of photos, each of one person or of two: a CSV table with a header, whose column {@code
 * same} is 1 or 0 and whose first two others name photos by their paths within the folder.
 *
 * @param pairs in the order of the file
 */
public record PairsFile(List<LabelledPair> pairs) {
  private static final String SAME = "same";

  /**
   * A row.
   *
   * @param one name of a photo
   * @param other name of a photo
   * @param same whether both show one person
   */
  public record LabelledPair(String one, String other, boolean same) {}

  /**
   * Reads a table.
   *
   * @param photos those that it may name
   * @throws BadTableException when it is no such table, or names other photos; with the line
   */
  public static PairsFile read(Path file, LabelledPhotos photos) {
    Set<String> known = new LinkedHashSet<>();
    photos.photos().forEach(photo -> known.add(photo.name()));
    List<LabelledPair> pairs = new ArrayList<>();
    try (CsvTable table = CsvTable.open(file, List.of(SAME))) {
      List<String> columns =
          table.columns().stream().filter(column -> !column.equalsIgnoreCase(SAME)).toList();
      if (columns.size() < 2) {
        throw new BadTableException(
            file.toString(),
            "the header must name two columns of photos beside 'same', such as a,b,same");
      }
      for (CsvRow row = table.next(); row != null; row = table.next()) {
        pairs.add(
            new LabelledPair(
                photo(row, columns.get(0), known), photo(row, columns.get(1), known), isSame(row)));
      }
    }
    if (pairs.isEmpty()) {
      throw new BadTableException(file.toString(), "it has a header and no pairs");
    }
    return new PairsFile(pairs);
  }

  /** The photos that it names. */
  public Set<String> photos() {
    Set<String> names = new LinkedHashSet<>();
    pairs.forEach(
        pair -> {
          names.add(pair.one());
          names.add(pair.other());
        });
    return names;
  }

  private static String photo(CsvRow row, String column, Set<String> known) {
    String name = row.required(column);
    if (!known.contains(name)) {
      throw new BadTableException(
          row.source(),
          "there is no photo '" + name + "' in the folder; name it as <person>/<photo>");
    }
    return name;
  }

  private static boolean isSame(CsvRow row) {
    String cell = row.required(SAME).toLowerCase(Locale.ROOT);
    return switch (cell) {
      case "1", "true" -> true;
      case "0", "false" -> false;
      default ->
          throw new BadTableException(
              row.source(), "'" + cell + "' in column 'same' is neither 1 nor 0");
    };
  }
}
