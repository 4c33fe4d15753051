package io.facestream.bench.faces;

import io.facestream.bench.frames.BenchPictures;
import io.facestream.bench.options.Check;
import io.facestream.bench.options.JsonOption;
import io.facestream.bench.options.ModelOptions;
import io.facestream.models.DownloadBars;
import io.facestream.vision.Vision;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code facestream bench faces}. */
@Command(
    name = "faces",
    description = {
      "Looks for faces in the same frames at several widths, as JPEG and as PNG, as the job does;"
          + " prints how many are good enough to be compared, and the processor time of each"
          + " stage.",
      "One thread; embedding and searching are not part of it."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class FacesBenchCommand implements Callable<Integer> {
  private static final List<String> FORMATS = List.of("jpg", "png");

  @Spec private CommandSpec spec;

  @Option(
      names = "--video",
      paramLabel = "FILE",
      description = "Take frames of this video. Default: a drawn scene.")
  private Path video;

  @Option(
      names = "--widths",
      paramLabel = "N,...",
      split = ",",
      defaultValue = "640,1279,1280,1920",
      description =
          "Widths that the frames are published at, pixels; the height follows. Default:"
              + " ${DEFAULT-VALUE}.")
  private List<Integer> widths;

  @Option(
      names = "--frames",
      paramLabel = "N",
      defaultValue = "50",
      description = "Frames to look at, evenly taken. Default: ${DEFAULT-VALUE}.")
  private int frames;

  @Mixin private ModelOptions models;

  @Mixin private JsonOption json;

  @Override
  public Integer call() throws Exception {
    Check.allAtLeastOne(spec.commandLine(), "--widths", widths);
    Check.atLeastOne(spec.commandLine(), "--frames", frames);
    PrintWriter out = spec.commandLine().getOut();
    List<byte[]> pictures = evenly(BenchPictures.of(video));
    List<FacesRow> rows = new ArrayList<>();
    try (Vision vision = Vision.open(models.name(), models.folder(), DownloadBars.of(spec))) {
      FacesBench bench = new FacesBench(vision);
      out.print(FacesRow.heading());
      for (int width : widths) {
        for (String format : FORMATS) {
          rows.add(bench.run(width, format, SizedPictures.of(pictures, width, format)));
          out.print(rows.get(rows.size() - 1).text());
          out.flush();
        }
      }
    }
    json.write(rows);
    return 0;
  }

  private List<byte[]> evenly(List<byte[]> all) {
    int count = Math.min(frames, all.size());
    List<byte[]> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      some.add(all.get((int) ((long) i * all.size() / count)));
    }
    return some;
  }
}
