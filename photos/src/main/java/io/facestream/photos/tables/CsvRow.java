package io.facestream.photos.tables;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/** One row of a {@link CsvTable}: cells by column name, empty cells as null. */
public final class CsvRow {
  private final Path file;
  private final long line;
  private final CSVRecord record;

  CsvRow(Path file, long line, CSVRecord record) {
    this.file = file;
    this.line = line;
    this.record = record;
  }

  /** Where the row stands, for messages. */
  public String source() {
    return file + " line " + line;
  }

  /** The cell, or null when the column or its content is missing. */
  public String text(String column) {
    String cell = record.isSet(column) ? record.get(column) : null;
    return cell == null || cell.isEmpty() ? null : cell;
  }

  /** The cell, which must have content. */
  public String required(String column) {
    String cell = text(column);
    if (cell == null) {
      throw new BadTableException(source(), "the column '" + column + "' is empty");
    }
    return cell;
  }

  /** The cell's parts between semicolons, or null. */
  public List<String> list(String column) {
    String cell = text(column);
    return cell == null
        ? null
        : Arrays.stream(cell.split(";")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  /** The cell as a number, or null. */
  public Float number(String column) {
    String cell = text(column);
    try {
      return cell == null ? null : Float.valueOf(cell);
    } catch (NumberFormatException e) {
      throw new BadTableException(
          source(),
          String.format(Locale.ROOT, "'%s' in column '%s' is no number", cell, column),
          e);
    }
  }

  /** The cells of all columns but the known ones, or null when all are empty. */
  public Map<String, String> others(List<String> columns, Set<String> known) {
    Map<String, String> others = new LinkedHashMap<>();
    for (String column : columns) {
      if (!known.contains(column.toLowerCase(java.util.Locale.ROOT)) && text(column) != null) {
        others.put(column, text(column));
      }
    }
    return others.isEmpty() ? null : others;
  }
}
