package io.facestream.bench.options;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What options must be, said before anything is measured. */
public final class Check {
  private Check() {}

  /**
   * Refuses what is below 1.
   *
   * @throws ParameterException naming the option
   */
  public static void atLeastOne(CommandLine command, String option, int value) {
    if (value < 1) {
      throw new ParameterException(command, option + " must be at least 1, not " + value);
    }
  }

  /** Refuses a list when one of it is below 1. */
  public static void allAtLeastOne(CommandLine command, String option, List<Integer> values) {
    values.forEach(value -> atLeastOne(command, option, value));
  }
}
