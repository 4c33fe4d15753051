package io.facestream.evaluate.cli;

import io.facestream.evaluate.EvaluationOptions;
import io.facestream.evaluate.Evaluator;
import io.facestream.evaluate.report.TextReport;
import io.facestream.evaluate.result.Evaluation;
import io.facestream.models.PhotoOptions;
import io.facestream.options.BadOptionsException;
import io.facestream.options.OutputOptions;
import io.facestream.options.Remedies;
import io.facestream.options.ShareConverter;
import io.facestream.photos.Picks;
import io.facestream.wire.FacestreamException;
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

/** {@code facestream evaluate DIR}. */
@Command(
    name = "evaluate",
    description = {
      "Measures a model pack on photos of your own: how many it confuses, and which threshold fits.",
      "Photos are looked at as by 'facestream gallery load', compared all against all, and searched "
          + "in random galleries. Nothing is written but what you name."
    },
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every photo was of use",
      "1:some photos were of no use, and are named; the rest was evaluated",
      "2:nothing was evaluated: wrong arguments or files, no models"
    })
public final class EvaluateCommand implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int PARTLY = 1;
  private static final int FAILED = 2;

  @Parameters(paramLabel = "DIR", description = "Folder with a folder of photos per person.")
  private Path folder;

  @Option(
      names = "--strangers",
      paramLabel = "DIR",
      description = "Folder of the same form with people who are never enrolled.")
  private Path strangers;

  @Option(
      names = "--pairs",
      paramLabel = "FILE.csv",
      description =
          "Compare these pairs alone: a table with a header such as a,b,same; a and b are paths of "
              + "photos within DIR, same is 1 for one person and 0 for two.")
  private Path pairs;

  @Option(
      names = "--groups",
      paramLabel = "FILE.csv",
      description =
          "Tell rates by group too: a table with the columns person (as the folder is named) and "
              + "group.")
  private Path groups;

  @Mixin private PhotoOptions photos;

  @Option(
      names = "--pick",
      paramLabel = "[PHOTO=]largest|center|N",
      description = {
        "Which face to take of photos with several, all or one: largest, center, or its number, "
            + "1 for the largest. Without it they are of no use. Repeatable."
      })
  private List<String> picks = new ArrayList<>();

  @Option(
      names = "--gallery-size",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "People enrolled in each random gallery. Default: all where there are --strangers, else "
              + "half of them.")
  private int gallerySize;

  @Option(
      names = "--photos-each",
      paramLabel = "N",
      defaultValue = "1",
      description = "Photos by which each is enrolled. Default: ${DEFAULT-VALUE}.")
  private int photosEach;

  @Option(
      names = "--trials",
      paramLabel = "N",
      defaultValue = "100",
      description = "Random galleries. Default: ${DEFAULT-VALUE}.")
  private int trials;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Of all that is drawn: the same seed gives the same figures. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--false-alerts",
      paramLabel = "SHARE",
      defaultValue = "1%",
      converter = ShareConverter.class,
      description =
          "Share of single views of strangers that may be named, such as 0.3%%; tells the threshold "
              + "for it. Default: "
              + "${DEFAULT-VALUE}.")
  private double falseAlerts;

  @Option(
      names = "--source",
      paramLabel = "TEXT",
      description = "What the curve says of its origin. Default: the folders and numbers.")
  private String source;

  @Mixin private OutputFiles files;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try {
      return evaluate();
    } catch (FacestreamException | IllegalArgumentException e) {
      spec.commandLine().getErr().println(spec.qualifiedName() + ": " + Remedies.told(spec, e));
      spec.commandLine().getErr().flush();
      OutputOptions.printTrace(spec, e);
      return FAILED;
    }
  }

  private int evaluate() {
    EvaluationOptions options = options();
    files.check(pairs != null);
    Evaluation found;
    try (PhotoBar bar = new PhotoBar(spec)) {
      found = Evaluator.run(options, bar);
    }
    if (!files.jsonToOutput()) {
      TextReport.print(found, spec.commandLine().getOut());
    }
    boolean written = files.write(found, spec);
    return written && found.photos().unusable().isEmpty() ? DONE : PARTLY;
  }

  private EvaluationOptions options() {
    atLeastOne("--photos-each", photosEach);
    atLeastOne("--trials", trials);
    if (gallerySize < 0) {
      throw new BadOptionsException("--gallery-size must be at least 1, not " + gallerySize);
    }
    if (pairs != null && groups != null) {
      throw new BadOptionsException(
          "--pairs and --groups exclude each other: a table of pairs names no people");
    }
    return new EvaluationOptions(
        folder,
        strangers,
        pairs,
        groups,
        photos.pack(),
        photos.models(),
        photos.threads(),
        Picks.parse(picks),
        gallerySize,
        photosEach,
        trials,
        seed,
        falseAlerts,
        source);
  }

  private static void atLeastOne(String option, int value) {
    if (value < 1) {
      throw new BadOptionsException(option + " must be at least 1, not " + value);
    }
  }
}
