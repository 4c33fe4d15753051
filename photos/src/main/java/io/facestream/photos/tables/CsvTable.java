package io.facestream.photos.tables;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** A UTF-8 CSV file with a header line, read row by row. */
public final class CsvTable implements AutoCloseable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreHeaderCase(true)
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .get();

  private final Path file;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;

  private CsvTable(Path file, CSVParser parser) {
    this.file = file;
    this.parser = parser;
    this.records = parser.iterator();
  }

  /**
   * Opens a table.
   *
   * @param required columns that the header must name
   * @throws BadTableException when the file cannot be read or lacks a column
   */
  public static CsvTable open(Path file, List<String> required) {
    try {
      CSVParser parser = CSVParser.parse(withoutByteOrderMark(file), FORMAT);
      CsvTable table = new CsvTable(file, parser);
      for (String column : required) {
        if (!parser.getHeaderMap().containsKey(column)) {
          table.close();
          throw new BadTableException(
              file.toString(),
              String.format(
                  Locale.ROOT,
                  "the header has no column '%s', only %s",
                  column,
                  parser.getHeaderNames()));
        }
      }
      return table;
    } catch (NoSuchFileException e) {
      throw new BadTableException(file.toString(), "there is no such file", e);
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new BadTableException(file.toString(), "it is no CSV table: " + cause(e), e);
    }
  }

  /** The columns, as the header writes them. */
  public List<String> columns() {
    return parser.getHeaderNames();
  }

  /** The next row, or null at the end. */
  public CsvRow next() {
    try {
      return records.hasNext()
          ? new CsvRow(file, parser.getCurrentLineNumber(), records.next())
          : null;
    } catch (UncheckedIOException | IllegalStateException e) {
      throw new BadTableException(
          file + " line " + parser.getCurrentLineNumber(), "it cannot be read: " + cause(e), e);
    }
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Spreadsheets write one in front of the header, where it would become part of a name. */
  private static Reader withoutByteOrderMark(Path file) throws IOException {
    Reader reader = Files.newBufferedReader(file);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  private static String cause(Exception e) {
    Throwable root = e instanceof UncheckedIOException ? e.getCause() : e;
    return root instanceof CharacterCodingException ? "it is not UTF-8" : root.getMessage();
  }
}
