package io.facestream.cli;

import io.facestream.options.OutputOptions;
import org.apache.logging.log4j.core.config.Configurator;

/** How much of the log a person sees; log4j2.xml has the usual levels. */
final class LogLevels {
  /** What goes to standard error. */
  private static final String SHOWN = "facestream.log.shown";

  /** What our own classes write at all. */
  private static final String OURS = "facestream.log.ours";

  private LogLevels() {}

  /** Sets them for the rest of the process; the file has what it always has, or more. */
  static void set(OutputOptions output) {
    if (output.verbose()) {
      System.setProperty(OURS, "debug");
      System.setProperty(SHOWN, "debug");
      Configurator.reconfigure();
    } else if (output.quiet()) {
      System.setProperty(SHOWN, "error");
      Configurator.reconfigure();
    }
  }
}
