package io.facestream.cluster.cli;

import io.facestream.wire.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code facestream cluster status}. */
@Command(
    name = "status",
    description = "Shows processes, jobs and their last checkpoint.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private FolderOption folder;

  @Option(names = "--json", description = "Print one JSON object, in a line.")
  private boolean json;

  @Override
  public Integer call() {
    ClusterFacts cluster = ClusterFacts.of(folder.cluster());
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.printable(cluster));
    } else {
      new StatusText(out).print(cluster);
    }
    out.flush();
    return 0;
  }
}
