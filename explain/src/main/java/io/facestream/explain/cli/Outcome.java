package io.facestream.explain.cli;

import io.facestream.options.OutputOptions;
import io.facestream.options.Remedies;
import io.facestream.wire.FacestreamException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Exit codes, and one line instead of a stack trace for everything that people can put right. */
final class Outcome {
  /** All that was asked for is done. */
  static final int DONE = 0;

  /** Some of it is not, or the answer is another. */
  static final int PARTLY = 1;

  /** Nothing was done. */
  static final int FAILED = 2;

  private Outcome() {}

  /** Runs a command's work and turns its explained failures into a line on standard error. */
  static int of(CommandSpec command, Callable<Integer> work) throws Exception {
    try {
      return work.call();
    } catch (FacestreamException | IllegalArgumentException e) {
      complain(command, e);
      return FAILED;
    }
  }

  /** One line about a failure. */
  static void complain(CommandSpec command, Exception failure) {
    complain(command, Remedies.told(command, failure));
    OutputOptions.printTrace(command, failure);
  }

  /** One line of one's own. */
  static void complain(CommandSpec command, String line) {
    command.commandLine().getErr().println(command.qualifiedName() + ": " + line);
    command.commandLine().getErr().flush();
  }
}
