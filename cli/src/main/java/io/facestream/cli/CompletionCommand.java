package io.facestream.cli;

import io.facestream.job.options.JobOptions;
import java.io.PrintWriter;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** {@code facestream completion}: the script by which a shell completes commands and options. */
@Command(
    name = "completion",
    description = "Prints the script by which bash or zsh completes commands and options with TAB.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  source <(facestream completion)")
final class CompletionCommand implements Runnable {
  /** Commands that hand the job's options on without declaring them. */
  private static final List<List<String>> OF_THE_JOB =
      List.of(List.of("job"), List.of("cluster", "submit"));

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    CommandLine all = Facestream.commandLine();
    OF_THE_JOB.forEach(path -> addJobOptions(commandAt(all, path)));
    PrintWriter out = spec.commandLine().getOut();
    out.print(AutoComplete.bash(all.getCommandName(), all));
    out.flush();
  }

  private static CommandSpec commandAt(CommandLine root, List<String> path) {
    CommandLine command = root;
    for (String name : path) {
      command = command.getSubcommands().get(name);
    }
    return command.getCommandSpec();
  }

  private static void addJobOptions(CommandSpec command) {
    for (OptionSpec option : JobOptions.commandSpec().options()) {
      boolean taken =
          List.of(option.names()).stream().anyMatch(name -> command.findOption(name) != null);
      if (!taken) {
        command.addOption(option);
      }
    }
  }
}
