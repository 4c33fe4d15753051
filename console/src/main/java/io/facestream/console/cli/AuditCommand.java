package io.facestream.console.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code facestream audit}. */
@Command(
    name = "audit",
    description = "Checks the console's log of what was done.",
    mixinStandardHelpOptions = true,
    subcommands = AuditVerifyCommand.class)
public final class AuditCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: " + String.join(", ", spec.subcommands().keySet()));
  }
}
