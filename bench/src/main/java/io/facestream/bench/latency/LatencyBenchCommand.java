package io.facestream.bench.latency;

import io.facestream.bench.options.Check;
import io.facestream.bench.options.JsonOption;
import io.facestream.bench.options.ModelOptions;
import io.facestream.bench.process.LargeProcess;
import io.facestream.options.OutputOptions;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code facestream bench latency}. */
@Command(
    name = "latency",
    description =
        "Finds out how many frames a second the job can carry, then measures, at shares of that, the"
            + " time from the append of a frame to the moment its alert can be read, and where it"
            + " went. Broker, cluster, cameras and reader share this machine.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class LatencyBenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--n",
      paramLabel = "N",
      split = ",",
      defaultValue = "100000",
      description = "Templates in the gallery; one or several sizes. Default: ${DEFAULT-VALUE}.")
  private List<Integer> sizes;

  @Option(
      names = "--loads",
      paramLabel = "PERCENT",
      split = ",",
      defaultValue = "25,50,80",
      description = "Shares of capacity. Default: ${DEFAULT-VALUE}.")
  private List<Integer> loads;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "20",
      description = "How long each load lasts. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--parallelism",
      paramLabel = "P",
      defaultValue = "4",
      description = "Subtasks of each operator, slices of the gallery. Default: ${DEFAULT-VALUE}.")
  private int parallelism;

  @Option(
      names = "--delivery",
      paramLabel = "at-least-once|exactly-once",
      defaultValue = "at-least-once",
      description = "As the job's option of this name. Default: ${DEFAULT-VALUE}.")
  private String delivery;

  @Option(
      names = "--checkpoint-interval",
      paramLabel = "DURATION",
      defaultValue = "10s",
      description = "As the job's option of this name. Default: ${DEFAULT-VALUE}.")
  private String checkpointInterval;

  @Mixin private ModelOptions models;

  @Mixin private JsonOption json;

  @Override
  public Integer call() throws Exception {
    CommandLine command = spec.commandLine();
    Check.allAtLeastOne(command, "--n", sizes);
    Check.allAtLeastOne(command, "--loads", loads);
    Check.atLeastOne(command, "--seconds", seconds);
    Check.atLeastOne(command, "--parallelism", parallelism);
    int largest = sizes.stream().mapToInt(Integer::intValue).max().orElseThrow();
    long needed = LargeProcess.bytesFor(largest, models.pack().embedder().dimension(), true);
    if (LargeProcess.isNeeded(needed)) {
      return LargeProcess.run(spec.commandLine().getParseResult().originalArgs(), needed);
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter notes = OutputOptions.notes(spec, out);
    LatencyBench bench =
        new LatencyBench(
            models.name(),
            models.folder(),
            parallelism,
            notes,
            // The search is what is measured: every face is to be searched.
            "--tracks=off",
            "--delivery=" + delivery,
            "--checkpoint-interval=" + checkpointInterval);
    List<LatencyRow> rows = new ArrayList<>();
    for (int size : sizes) {
      rows.addAll(bench.run(size, loads, seconds));
    }
    out.print(LatencyRow.heading());
    rows.forEach(row -> out.print(row.text()));
    out.flush();
    json.write(rows);
    return 0;
  }
}
