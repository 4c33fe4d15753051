package io.facestream.bench;

import io.facestream.bench.api.ApiBenchCommand;
import io.facestream.bench.faces.FacesBenchCommand;
import io.facestream.bench.gallery.CheckBenchCommand;
import io.facestream.bench.gallery.GalleryBenchCommand;
import io.facestream.bench.latency.LatencyBenchCommand;
import io.facestream.bench.match.MatchBenchCommand;
import io.facestream.bench.pipeline.PipelineBenchCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code facestream bench}; each benchmark is a subcommand. */
@Command(
    name = "bench",
    description = "Measures Facestream against a peer in the same run.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "BENCHMARK",
    subcommands = {
      PipelineBenchCommand.class,
      FacesBenchCommand.class,
      LatencyBenchCommand.class,
      GalleryBenchCommand.class,
      ApiBenchCommand.class,
      CheckBenchCommand.class,
      MatchBenchCommand.class,
      JmhCommand.class
    })
public final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    CommandLine command = spec.commandLine();
    throw new ParameterException(
        command, "Which benchmark? One of " + command.getSubcommands().keySet());
  }
}
