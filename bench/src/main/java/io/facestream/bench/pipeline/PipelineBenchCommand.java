package io.facestream.bench.pipeline;

import io.facestream.bench.frames.BenchPictures;
import io.facestream.bench.options.Check;
import io.facestream.bench.options.JsonOption;
import io.facestream.bench.options.ModelOptions;
import io.facestream.models.DownloadBars;
import io.facestream.options.OutputOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code facestream bench pipeline}. */
@Command(
    name = "pipeline",
    description = {
      "Sends the same pictures through a bare loop of the models and through Kafka, the job and its"
          + " alerts, in one process; prints frames/s of both and their ratio.",
      "Pictures are published while the clock runs, by the same process, as fast as Kafka takes"
          + " them: everything the pipeline costs is in its figure.",
      "Each camera shows all pictures in their order, by its clock 25 a second: that decides how many"
          + " of the faces are embedded when they are followed."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class PipelineBenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--video",
      paramLabel = "FILE",
      description = "Take the frames of this video. Default: a drawn scene.")
  private Path video;

  @Option(
      names = "--gallery",
      paramLabel = "DIR",
      description = "Enrol these photos, DIR/<person>/<photo>. Default: the drawn scene's people.")
  private Path gallery;

  @Option(
      names = "--parallelism",
      paramLabel = "P",
      defaultValue = "4",
      description = "Threads of the loop and subtasks of the job. Default: ${DEFAULT-VALUE}.")
  private int parallelism;

  @Option(
      names = "--cameras",
      paramLabel = "N",
      description = "Cameras that the frames are dealt out to. Default: twice P.")
  private Integer cameras;

  @Option(
      names = "--frames",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Frames a round, on either side. Default: ${DEFAULT-VALUE}.")
  private int frames;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Rounds of each side; medians are reported. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--tracks",
      paramLabel = "off|on|both",
      defaultValue = "both",
      description =
          "Whether the job follows faces and embeds only some views of each, or both ways, one after"
              + " the other. Default: ${DEFAULT-VALUE}.")
  private TracksChoice tracks;

  @Mixin private ModelOptions models;

  @Mixin private JsonOption json;

  @Override
  public Integer call() throws Exception {
    Check.atLeastOne(spec.commandLine(), "--parallelism", parallelism);
    Check.atLeastOne(spec.commandLine(), "--frames", frames);
    Check.atLeastOne(spec.commandLine(), "--rounds", rounds);
    Check.atLeastOne(spec.commandLine(), "--cameras", cameras == null ? 1 : cameras);
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter notes = OutputOptions.notes(spec, out);
    List<byte[]> pictures = BenchPictures.of(video);
    PipelineSetup setup =
        new PipelineSetup(
            video == null ? BenchPictures.SCENE : video.getFileName().toString(),
            pictures.size(),
            models.name(),
            parallelism,
            cameras == null ? 2 * parallelism : cameras,
            frames,
            Runtime.getRuntime().availableProcessors());
    PipelineResult result =
        new PipelineBench(setup, pictures, models.folder(), gallery, notes, DownloadBars.of(spec))
            .run(tracks, rounds);
    out.print(result.text());
    out.flush();
    json.write(result);
    return 0;
  }
}
