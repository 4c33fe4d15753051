package io.facestream.cli;

import io.facestream.wire.Printable;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What all commands print with. Names, ids and reasons come from anybody who may write a topic or
 * name a file, so none of them may break a line or steer the terminal: {@code println} prints one
 * line whatever is in it, and so does each value of a {@code printf}; line breaks, tabs and colours
 * come only from formats and from {@code print}. See {@link Printable} for how the rest is shown.
 */
final class TerminalWriter extends PrintWriter {
  /** What {@code print} lets pass beside printable text: help is made of lines and bold words. */
  private static final Pattern LAYOUT =
      Pattern.compile("(?<=\n|\t|\u001b\\[[0-9;]{0,9}m)|(?=[\n\t\u001b])");

  private static final Pattern PASSES = Pattern.compile("\n|\t|\u001b\\[[0-9;]{0,9}m");

  private TerminalWriter(Writer stream) {
    super(stream, true);
  }

  /** A writer to standard output or error, in that stream's character set. */
  static TerminalWriter to(PrintStream stream) {
    return new TerminalWriter(
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) {
            stream.print(new String(text, from, length));
          }

          @Override
          public void flush() {
            stream.flush();
          }

          @Override
          public void close() {
            flush();
          }
        });
  }

  @Override
  public void println(String line) {
    // Tabs neither break a line nor steer anything, and stack traces are made of them.
    super.println(
        Stream.of(String.valueOf(line).split("\t", -1))
            .map(Printable::of)
            .collect(Collectors.joining("\t")));
  }

  @Override
  public void println(Object line) {
    println(String.valueOf(line));
  }

  @Override
  public PrintWriter format(Locale locale, String format, Object... values) {
    Object[] shown =
        Stream.of(values)
            .map(value -> value instanceof Number ? value : Printable.of(String.valueOf(value)))
            .toArray();
    // In one piece: a formatter writes each blank of a column by itself.
    print(String.format(locale, format, shown));
    flush();
    return this;
  }

  @Override
  public void write(String text, int from, int length) {
    String shown =
        LAYOUT
            .splitAsStream(text.substring(from, from + length).replace("\r\n", "\n"))
            .map(part -> PASSES.matcher(part).matches() ? part : Printable.of(part))
            .collect(Collectors.joining());
    super.write(shown, 0, shown.length());
  }

  @Override
  public void write(char[] text, int from, int length) {
    write(new String(text, from, length));
  }

  @Override
  public void write(int character) {
    write(String.valueOf((char) character));
  }
}
