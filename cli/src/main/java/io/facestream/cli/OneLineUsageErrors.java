package io.facestream.cli;

import io.facestream.wire.Addresses;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells a person in one line what is wrong with the arguments, and where the right ones are. */
final class OneLineUsageErrors implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    var err = command.getErr();
    err.println("facestream: " + Addresses.withoutThoseOf(arguments, line(failure)));
    UnmatchedArgumentException.printSuggestions(failure, err);
    err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  /** The message without picocli's slips: a prefix that is ours to write, and a word said twice. */
  private static String line(ParameterException failure) {
    return failure
        .getMessage()
        .replaceFirst("^Error: ", "")
        .replace("for option option ", "for option ")
        .replaceAll("\\s*\\R\\s*", " ")
        .strip();
  }
}
