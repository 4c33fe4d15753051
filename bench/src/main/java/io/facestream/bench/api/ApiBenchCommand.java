package io.facestream.bench.api;

import io.facestream.bench.options.Check;
import io.facestream.bench.options.JsonOption;
import io.facestream.bench.options.ModelOptions;
import io.facestream.bench.process.LargeProcess;
import io.facestream.options.OutputOptions;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code facestream bench api}. */
@Command(
    name = "api",
    description =
        "Asks a console over a running job who is in pictures: one client alone and several side by"
            + " side, without cameras and beside cameras that take a share of the job's capacity."
            + " Broker, job, console and clients share this machine.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ApiBenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--templates",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Templates in the gallery. Default: ${DEFAULT-VALUE}.")
  private int templates;

  @Option(
      names = "--clients",
      paramLabel = "N",
      defaultValue = "32",
      description = "Clients side by side. Default: ${DEFAULT-VALUE}.")
  private int clients;

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      defaultValue = "2",
      description =
          "How often each of them asks; they are measured without a pause, too. Default:"
              + " ${DEFAULT-VALUE}.")
  private double every;

  @Option(
      names = "--cameras-load",
      paramLabel = "SHARE",
      defaultValue = "0.5",
      description =
          "What the cameras take of the frames a second that the job can carry, more than 0 and less"
              + " than 1. Default: ${DEFAULT-VALUE}.")
  private double camerasLoad;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "20",
      description = "How long each row lasts at most. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--requests",
      paramLabel = "N",
      defaultValue = "5000",
      description = "How many pictures each row asks for at most. Default: ${DEFAULT-VALUE}.")
  private int requests;

  @Option(
      names = "--parallelism",
      paramLabel = "P",
      defaultValue = "2",
      description = "Subtasks of each operator, slices of the gallery. Default: ${DEFAULT-VALUE}.")
  private int parallelism;

  @Mixin private ModelOptions models;

  @Mixin private JsonOption json;

  @Override
  public Integer call() throws Exception {
    requireArguments();
    long needed = LargeProcess.bytesFor(templates, models.pack().embedder().dimension(), true);
    if (LargeProcess.isNeeded(needed)) {
      return LargeProcess.run(spec.commandLine().getParseResult().originalArgs(), needed);
    }
    PrintWriter out = spec.commandLine().getOut();
    ApiPlan plan =
        new ApiPlan(
            models.name(),
            models.folder(),
            parallelism,
            templates,
            clients,
            Duration.ofMillis(Math.round(every * 1000)),
            camerasLoad,
            seconds,
            requests);
    ApiResult result = new ApiBench(plan, OutputOptions.notes(spec, out)).run();
    out.print(result.text());
    out.flush();
    json.write(result);
    return 0;
  }

  private void requireArguments() {
    CommandLine command = spec.commandLine();
    Check.atLeastOne(command, "--templates", templates);
    Check.atLeastOne(command, "--clients", clients);
    Check.atLeastOne(command, "--seconds", seconds);
    Check.atLeastOne(command, "--requests", requests);
    Check.atLeastOne(command, "--parallelism", parallelism);
    require(every >= 0.001, "--every must be at least 0.001, not " + every);
    require(
        camerasLoad > 0 && camerasLoad < 1,
        "--cameras-load must be more than 0 and less than 1, not " + camerasLoad);
  }

  private void require(boolean holds, String message) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}
