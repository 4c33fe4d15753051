package io.facestream.cli;

import io.facestream.options.OutputOptions;
import io.facestream.options.Remedies;
import io.facestream.wire.FacestreamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a person in one line what went wrong; the stack trace goes to the log file. */
final class OneLineErrors implements IExecutionExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger("facestream");

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    LOG.info("Command '{}' failed", command.getCommandSpec().qualifiedName(), failure);
    command.getErr().println("facestream: " + inOneLine(failure, command));
    OutputOptions.printTrace(command.getCommandSpec(), failure);
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  /** Our own messages are one line, but for names in them; of others the first line says it. */
  private static String inOneLine(Exception failure, CommandLine command) {
    String message = failure.getMessage();
    if (message == null || message.isBlank()) {
      return failure.getClass().getSimpleName() + " (more with -v)";
    }
    return failure instanceof FacestreamException
        ? Remedies.told(command.getCommandSpec(), failure).strip()
        : message.lines().findFirst().orElse(message).strip();
  }
}
