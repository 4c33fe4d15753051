package io.facestream.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Answers {@code facestream bench} where the benchmarks are not installed. */
@Command(
    name = MissingBenchCommand.NAME,
    hidden = true,
    description = "Not in this installation; " + MissingBenchCommand.CURE + ".",
    mixinStandardHelpOptions = true)
final class MissingBenchCommand implements Runnable {
  static final String NAME = "bench";
  static final String CURE = "run bin/facestream bench in a checkout of Facestream's sources";

  @Spec private CommandSpec spec;

  @Unmatched private final List<String> arguments = new ArrayList<>();

  @Override
  public void run() {
    throw new ParameterException(
        spec.root().commandLine(), "The benchmarks are not in this installation: " + CURE);
  }
}
