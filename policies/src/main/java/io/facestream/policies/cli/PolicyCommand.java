package io.facestream.policies.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code facestream policy}. */
@Command(
    name = "policy",
    description =
        "Says what holds for whom (thresholds, margins, what is kept), and changes it while the job"
            + " runs.",
    mixinStandardHelpOptions = true,
    subcommands = {
      GetCommand.class,
      SetCommand.class,
      UnsetCommand.class,
      ListCommand.class,
      RehearseCommand.class
    })
public final class PolicyCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: " + String.join(", ", spec.subcommands().keySet()));
  }
}
