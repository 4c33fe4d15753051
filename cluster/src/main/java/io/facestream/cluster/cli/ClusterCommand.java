package io.facestream.cluster.cli;

import io.facestream.cluster.ClusterException;
import io.facestream.options.Advisor;
import io.facestream.wire.FacestreamException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code facestream cluster}: a real cluster on this machine. */
@Command(
    name = "cluster",
    description = "Runs broker and Flink cluster as processes of this machine, without Docker.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      SubmitCommand.class,
      StatusCommand.class,
      ScaleCommand.class,
      SavepointCommand.class,
      CancelCommand.class,
      StartCommand.class,
      KillCommand.class,
      DownCommand.class
    })
public final class ClusterCommand implements Runnable, Advisor {
  @Spec private CommandSpec spec;

  @Override
  public String adviceOn(FacestreamException failure) {
    return failure instanceof ClusterException ours
        ? ours.step().map(step -> " with '" + FurtherCommand.line(step) + "'").orElse("")
        : "";
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command");
  }
}
