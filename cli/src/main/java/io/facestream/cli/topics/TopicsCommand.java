package io.facestream.cli.topics;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code facestream topics}. */
@Command(
    name = "topics",
    description = "Creates the topics on a Kafka broker of your own, and checks those that exist.",
    mixinStandardHelpOptions = true,
    subcommands = CreateTopicsCommand.class)
public final class TopicsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: " + String.join(", ", spec.subcommands().keySet()));
  }
}
