package io.facestream.cluster.cli;

import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What a parallelism may be. */
final class ParallelismRange {
  private static final int MOST = 256;

  private ParallelismRange() {}

  static void require(CommandSpec command, int parallelism) {
    if (parallelism < 1 || parallelism > MOST) {
      throw new ParameterException(
          command.commandLine(),
          String.format(Locale.ROOT, "The parallelism must be 1 to %d, not %d", MOST, parallelism));
    }
  }
}
