package io.facestream.gallery.cli;

import io.facestream.options.OutputOptions;
import io.facestream.options.Remedies;
import io.facestream.wire.FacestreamException;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Model.CommandSpec;

/** Exit codes, and one line instead of a stack trace for everything that people can put right. */
final class Outcome {
  /** All that was asked for is done. */
  static final int DONE = 0;

  /** Some of it is not: photos or rows were refused, or nobody has that name. */
  static final int PARTLY = 1;

  /** Nothing was done: wrong arguments or files, no models, no broker. */
  static final int FAILED = 2;

  private Outcome() {}

  /** Runs a command's work and turns its explained failures into a line on standard error. */
  static int of(CommandSpec command, Callable<Integer> work) throws Exception {
    try {
      return work.call();
    } catch (FacestreamException | IllegalArgumentException | KafkaException e) {
      command
          .commandLine()
          .getErr()
          .println(command.qualifiedName() + ": " + Remedies.told(command, e));
      command.commandLine().getErr().flush();
      OutputOptions.printTrace(command, e);
      return FAILED;
    }
  }
}
