package io.facestream.bench.gallery;

import io.facestream.bench.LargeProcess;
import io.facestream.vision.ModelPacks;
import io.facestream.wire.Json;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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
      names = "--pack",
      paramLabel = "NAME",
      defaultValue = "standard",
      description = "Model pack; 'accurate' has 512 components. Default: ${DEFAULT-VALUE}.")
  private String pack;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Folder of model files. Default: the cache folder, then download.")
  private Path models;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often a person is enrolled and erased. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to FILE.")
  private Path json;

  @Override
  public Integer call() throws Exception {
    long needed =
        LargeProcess.bytesFor(templates, ModelPacks.named(pack).embedder().dimension(), true);
    if (LargeProcess.isNeeded(needed)) {
      return LargeProcess.run(spec.commandLine().getParseResult().originalArgs(), needed);
    }
    PrintWriter out = spec.commandLine().getOut();
    GalleryResult result = new GalleryBench(pack, models, parallelism, out).run(templates, rounds);
    out.print(result.text());
    out.flush();
    if (json != null) {
      Files.write(json, Json.toBytes(result));
    }
    return 0;
  }
}
