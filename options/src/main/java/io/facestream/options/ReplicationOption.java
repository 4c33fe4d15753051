package io.facestream.options;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How often a topic that the command creates is stored. */
public final class ReplicationOption {
  private static final short OF_THE_BROKER = -1;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private short replication;

  @Option(
      names = "--replication",
      paramLabel = "N",
      defaultValue = "${env:FACESTREAM_REPLICATION:-broker}",
      description =
          "Copies of a topic it creates; 'broker' for the broker's default. Default: ${DEFAULT-VALUE}.")
  private void setReplication(String text) {
    replication = text.equals("broker") ? OF_THE_BROKER : positive(text);
  }

  /** Copies of each record, or −1 for the broker's default. */
  public short replication() {
    return replication;
  }

  private short positive(String text) {
    try {
      short copies = Short.parseShort(text);
      if (copies > 0) {
        return copies;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new ParameterException(
        command.commandLine(), "--replication must be positive, or 'broker', not '" + text + "'");
  }
}
