package io.facestream.cli;

import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a person in one line what went wrong; the stack trace goes to the log file. */
final class OneLineErrors implements IExecutionExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger("facestream");

  private final BooleanSupplier verbose;

  OneLineErrors(BooleanSupplier verbose) {
    this.verbose = verbose;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    LOG.info("Command '{}' failed", command.getCommandSpec().qualifiedName(), failure);
    command
        .getErr()
        .println(command.getColorScheme().errorText("facestream: " + firstLine(failure)));
    if (verbose.getAsBoolean()) {
      failure.printStackTrace(command.getErr());
    }
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  private static String firstLine(Throwable failure) {
    String message = failure.getMessage();
    if (message == null || message.isBlank()) {
      return failure.getClass().getSimpleName() + " (more with --verbose)";
    }
    return message.lines().findFirst().orElse(message).strip();
  }
}
