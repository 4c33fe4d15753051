package io.facestream.evaluate.cli;

import io.facestream.evaluate.report.HtmlReport;
import io.facestream.evaluate.report.Plots;
import io.facestream.evaluate.result.Evaluation;
import io.facestream.options.BadOptionsException;
import io.facestream.wire.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where results go beside the terminal. */
final class OutputFiles {
  private static final String OUTPUT = "-";

  @Option(
      names = "--curve",
      paramLabel = "FILE.json",
      description = "Write the false match rates by cosine there, as packs and policies take them.")
  private Path curve;

  @Option(
      names = "--json",
      paramLabel = "FILE.json",
      description = "Write all that was found there; '-' prints it in place of the tables.")
  private String json;

  @Option(names = "--plots", paramLabel = "DIR", description = "Draw the curves there, as PNG.")
  private Path plots;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Write a page with tables and curves there.")
  private Path report;

  /** Whether standard output is for JSON. */
  boolean jsonToOutput() {
    return OUTPUT.equals(json);
  }

  /**
   * Finds out before the work that results could not be written after it.
   *
   * @param ofPairs whether pairs alone are compared
   * @throws BadOptionsException with the cure
   */
  void check(boolean ofPairs) {
    if (ofPairs && curve != null) {
      throw new BadOptionsException(
          "--curve needs all comparisons of the photos; leave --pairs out");
    }
    Path jsonFile = json == null || jsonToOutput() ? null : Path.of(json);
    Stream.of(curve, jsonFile, report)
        .filter(Objects::nonNull)
        .forEach(OutputFiles::requireWritable);
    if (plots != null && Files.exists(plots) && !Files.isDirectory(plots)) {
      throw new BadOptionsException("--plots names a folder, but " + plots + " is a file");
    }
  }

  private static void requireWritable(Path file) {
    try {
      // Permissions alone do not tell: some folders take no new files, whoever one is.
      boolean isNew = Files.notExists(file);
      Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
      if (isNew) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new BadOptionsException(
          file + " cannot be written; name a file in a folder that is there", e);
    }
  }

  /**
   * Writes what is asked for.
   *
   * @return whether all is written; else a line says what is not
   */
  boolean write(Evaluation found, CommandSpec command) {
    PrintWriter err = command.commandLine().getErr();
    boolean whole = true;
    try {
      if (jsonToOutput()) {
        command.commandLine().getOut().println(Json.printable(found));
        command.commandLine().getOut().flush();
      } else if (json != null) {
        Files.write(Path.of(json), Json.toBytes(found));
      }
      if (curve != null && found.curve() != null) {
        Files.write(curve, Json.toBytes(found.curve()));
      } else if (curve != null) {
        err.println(
            command.qualifiedName()
                + ": too few comparisons for a curve, none is written; add photos of more people");
        whole = false;
      }
      if (report != null) {
        Files.write(report, HtmlReport.of(found));
      }
      if (plots != null) {
        Plots.write(found, plots);
      }
    } catch (IOException e) {
      err.println(command.qualifiedName() + ": not everything could be written: " + e.getMessage());
      whole = false;
    }
    err.flush();
    return whole;
  }
}
