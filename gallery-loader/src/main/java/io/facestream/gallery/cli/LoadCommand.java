package io.facestream.gallery.cli;

import io.facestream.client.gallery.GalleryTopic;
import io.facestream.gallery.GalleryLoader;
import io.facestream.gallery.LoadOptions;
import io.facestream.gallery.LoadReport;
import io.facestream.models.PhotoOptions;
import io.facestream.options.ReplicationOption;
import io.facestream.photos.Picks;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code facestream gallery load DIR}. */
@Command(
    name = "load",
    description = {
      "Enrols the people of a folder: DIR/<person>/<photo>.",
      "Unchanged photos are skipped, so it can be run again and again."
    },
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every photo is loaded or was so already",
      "1:some photos were refused, or the report could not be written",
      "2:nothing was loaded: wrong arguments or files, no models, no broker"
    })
final class LoadCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "Folder with a folder of photos per person.")
  private Path folder;

  @Mixin private TopicChoice topic;
  @Mixin private ReplicationOption replication;

  @Mixin private PhotoOptions photos;

  @Option(
      names = "--pick",
      paramLabel = "[PHOTO=]largest|center|N",
      description = {
        "Which face to enrol of photos with several, all or one: largest, center, or its number, "
            + "1 for the largest. Without it they are refused and their faces listed. Repeatable."
      })
  private List<String> picks = new ArrayList<>();

  @Option(
      names = "--prune",
      description = "Erase the templates of photos that vanished from the folder of a person.")
  private boolean prune;

  @Option(
      names = "--report",
      paramLabel = "FILE.json",
      description = "Write what became of every photo there.")
  private Path report;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return Outcome.of(spec, this::load);
  }

  private int load() {
    PrintWriter out = spec.commandLine().getOut();
    ReportFile.checkWritable(report);
    LoadReport done;
    try (LoadBar progress = new LoadBar(spec)) {
      done = GalleryLoader.load(folder, options(), progress);
    }
    LoadReportPrinter.print(done, out);
    boolean reported = ReportFile.write(report, done, spec);
    return reported && done.refused().isEmpty() ? Outcome.DONE : Outcome.PARTLY;
  }

  private LoadOptions options() {
    GalleryTopic gallery = topic.topic();
    return LoadOptions.of(gallery.connection(), photos.pack())
        .withTopic(gallery.withReplication(replication.replication()))
        .withModels(photos.models())
        .withThreads(photos.threads())
        .withPicks(Picks.parse(picks))
        .withPrune(prune);
  }
}
