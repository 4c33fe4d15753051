package io.facestream.bench.gallery;

import io.facestream.bench.options.Check;
import io.facestream.bench.options.JsonOption;
import io.facestream.bench.options.ModelOptions;
import io.facestream.bench.process.LargeProcess;
import io.facestream.models.DownloadBars;
import io.facestream.options.OutputOptions;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code facestream bench gallery}. */
@Command(
    name = "gallery",
    description =
        "Runs the job on a large gallery of random templates; prints how long it takes to start from"
            + " the topic and from state, and how soon an enrolment and an erasure are seen.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class GalleryBenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--n",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Templates in the gallery. Default: ${DEFAULT-VALUE}.")
  private int templates;

  @Option(
      names = "--parallelism",
      paramLabel = "P",
      defaultValue = "4",
      description = "Slices of the gallery. Default: ${DEFAULT-VALUE}.")
  private int parallelism;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often a person is enrolled and erased. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Mixin private ModelOptions models;

  @Mixin private JsonOption json;

  @Override
  public Integer call() throws Exception {
    Check.atLeastOne(spec.commandLine(), "--n", templates);
    Check.atLeastOne(spec.commandLine(), "--parallelism", parallelism);
    Check.atLeastOne(spec.commandLine(), "--rounds", rounds);
    long needed = LargeProcess.bytesFor(templates, models.pack().embedder().dimension(), true);
    if (LargeProcess.isNeeded(needed)) {
      return LargeProcess.run(spec.commandLine().getParseResult().originalArgs(), needed);
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter notes = OutputOptions.notes(spec, out);
    GalleryResult result =
        new GalleryBench(models.name(), models.folder(), parallelism, notes, DownloadBars.of(spec))
            .run(templates, rounds);
    out.print(result.text());
    out.flush();
    json.write(result);
    return 0;
  }
}
