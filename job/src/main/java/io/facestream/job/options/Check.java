package io.facestream.job.options;

import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Checks of option values; each failure is one line that names the option and its range. */
final class Check {
  private Check() {}

  static void that(CommandLine command, boolean holds, String otherwise) {
    if (!holds) {
      throw new ParameterException(command, otherwise);
    }
  }

  static void notBlank(CommandLine command, String option, String value) {
    that(command, !value.isBlank(), option + " must not be empty");
  }

  /** Null passes: the option was not given. */
  static void between(CommandLine command, String option, Number value, double least, double most) {
    that(
        command,
        value == null || (value.doubleValue() >= least && value.doubleValue() <= most),
        String.format(
            Locale.ROOT,
            "%s is %s; it must lie between %s and %s",
            option,
            value,
            plain(least),
            plain(most)));
  }

  /** Null passes: the option was not given. Told in the units in which people write durations. */
  static void between(
      CommandLine command, String option, Duration value, Duration least, Duration most) {
    that(
        command,
        value == null || (value.compareTo(least) >= 0 && value.compareTo(most) <= 0),
        String.format(
            Locale.ROOT,
            "%s is %s; it must lie between %s and %s",
            option,
            value == null ? null : Durations.text(value),
            Durations.text(least),
            Durations.text(most)));
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
