package io.facestream.options;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/**
 * How much a command tells beside its results and errors. Declared once, by the top command; all
 * others inherit the options, before and behind their own, and ask {@link #notes} where to tell
 * what is neither: progress, hints and warnings.
 */
public final class OutputOptions {
  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Print results and errors only.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Tell all that is done, and where an error came from (its stack trace).")
  private boolean verbose;

  /** Whether nothing but results and errors is wanted. */
  public boolean quiet() {
    return quiet;
  }

  /** Whether a debug log is wanted, and {@link #printTrace stack traces}. */
  public boolean verbose() {
    return verbose;
  }

  /**
   * Refuses both at once.
   *
   * @throws ParameterException when both are given
   */
  public void validate(CommandSpec command) {
    if (quiet && verbose) {
      throw new ParameterException(
          command.commandLine(), "--quiet and --verbose are opposites; give one of them");
    }
  }

  /** Those of the top command; the defaults where it has none, as when one runs by itself. */
  public static OutputOptions of(CommandSpec command) {
    return command.root().mixins().values().stream()
        .map(CommandSpec::userObject)
        .filter(OutputOptions.class::isInstance)
        .map(OutputOptions.class::cast)
        .findFirst()
        .orElseGet(OutputOptions::new);
  }

  /**
   * Where a command tells what is neither a result nor an error.
   *
   * @param usual where it does unless it is to be quiet
   */
  public static PrintWriter notes(CommandSpec command, PrintWriter usual) {
    return of(command).quiet ? new PrintWriter(Writer.nullWriter()) : usual;
  }

  /** Behind the line that tells of a failure: where it came from, where that is wanted. */
  public static void printTrace(CommandSpec command, Throwable failure) {
    if (of(command).verbose) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      PrintWriter err = command.commandLine().getErr();
      // In one piece, so that lines of other threads come before or behind it.
      err.print(trace);
      err.flush();
    }
  }
}
