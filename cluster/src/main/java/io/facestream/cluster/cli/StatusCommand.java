package io.facestream.cluster.cli;

import io.facestream.cluster.LocalCluster;
import io.facestream.cluster.ProcessStatus;
import io.facestream.cluster.rest.RestException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code facestream cluster status}. */
@Command(
    name = "status",
    description = "Shows processes, jobs and their last checkpoint.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private FolderOption folder;

  @Override
  public Integer call() {
    LocalCluster cluster = folder.cluster();
    var out = spec.commandLine().getOut();
    cluster
        .processes()
        .forEach(
            process ->
                out.printf(
                    Locale.ROOT,
                    "%-10s %-12s %s%s%n",
                    process.name(),
                    process.isAlive() ? "pid " + process.pid() : "not running",
                    process.log(),
                    restarts(process)));
    out.printf(Locale.ROOT, "%nKafka:          %s%n", cluster.bootstrapServers());
    out.printf(Locale.ROOT, "Flink's web UI: %s%n", cluster.flink().webUi());
    try {
      new JobReport(cluster.flink(), out).print();
    } catch (RestException e) {
      out.println(e.getMessage());
    }
    out.flush();
    return 0;
  }

  private static String restarts(ProcessStatus process) {
    return process.restarts() == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "  (died and was started again: %d times, last at %s)",
            process.restarts(),
            process.lastRestart().truncatedTo(ChronoUnit.SECONDS));
  }
}
