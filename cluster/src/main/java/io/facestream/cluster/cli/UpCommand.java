package io.facestream.cluster.cli;

import io.facestream.cluster.ClusterException;
import io.facestream.cluster.ClusterSpec;
import io.facestream.cluster.LocalCluster;
import io.facestream.options.OutputOptions;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code facestream cluster up}. */
@Command(
    name = "up",
    description = "Starts broker, JobManager and TaskManagers, and leaves them running.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private FolderOption folder;

  @Option(
      names = "--task-managers",
      paramLabel = "N",
      defaultValue = "2",
      description = "How many; 0 for none yet, 'start tm-1' adds one. Default: ${DEFAULT-VALUE}.")
  private int taskManagers;

  @Option(
      names = "--slots",
      paramLabel = "N",
      defaultValue = "2",
      description = "Subtasks of each operator that a TaskManager runs. Default: ${DEFAULT-VALUE}.")
  private int slots;

  @Option(
      names = "--ha",
      description = "With ZooKeeper beside, so that jobs survive the death of the JobManager.")
  private boolean highAvailability;

  @Option(
      names = "--supervised",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "With a process beside that starts again, with back-off, what dies;"
              + " --no-supervised leaves it out.")
  private boolean supervised;

  @Mixin private MemoryOptions memory;
  @Mixin private PortOptions ports;

  @Option(
      names = {"-D", "--flink"},
      paramLabel = "KEY=VALUE",
      description = "A Flink setting in the place of that of flink-conf/config.yaml.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Override
  public Integer call() {
    requireRange("--task-managers", taskManagers, 0);
    requireRange("--slots", slots, 1);
    var out = spec.commandLine().getOut();
    LocalCluster cluster = start();
    out.printf(Locale.ROOT, "Kafka:          %s%n", cluster.bootstrapServers());
    out.printf(Locale.ROOT, "Flink's web UI: %s%n", cluster.flink().webUi());
    out.printf(Locale.ROOT, "Logs:           %s%n", cluster.folder().logs());
    out.printf(Locale.ROOT, "End it with:    %s%n", FurtherCommand.line(folder.folder(), "down"));
    out.flush();
    return 0;
  }

  private LocalCluster start() {
    var notes = OutputOptions.notes(spec, spec.commandLine().getOut());
    try {
      return LocalCluster.up(
          clusterSpec(),
          name -> {
            notes.println("Starting " + name + " ...");
            notes.flush();
          });
    } catch (ClusterException e) {
      e.details().forEach(line -> spec.commandLine().getErr().println("  " + line));
      throw e;
    }
  }

  private ClusterSpec clusterSpec() {
    return new ClusterSpec(
        folder.folder(),
        taskManagers,
        slots,
        highAvailability,
        memory.memory(),
        ports.ports(spec.commandLine()),
        settings,
        supervised);
  }

  private void requireRange(String option, int value, int least) {
    if (value < least || value > 99) {
      throw new ParameterException(
          spec.commandLine(),
          String.format(Locale.ROOT, "%s must be %d to 99, not %d", option, least, value));
    }
  }
}
