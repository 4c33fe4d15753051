package io.facestream.explain.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Whether a command line lays down a threshold, or leaves it to the verdict. */
final class ThresholdsGiven {
  private static final List<String> OPTIONS =
      List.of("--false-alerts", "--threshold", "--watchlist-threshold", "--camera-threshold");

  private ThresholdsGiven() {}

  static boolean in(CommandSpec command) {
    return OPTIONS.stream().anyMatch(command.commandLine().getParseResult()::hasMatchedOption);
  }
}
