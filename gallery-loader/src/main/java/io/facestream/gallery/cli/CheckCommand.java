package io.facestream.gallery.cli;

import io.facestream.client.gallery.GalleryTopic;
import io.facestream.client.verdicts.VerdictReader;
import io.facestream.gallery.GalleryToCheck;
import io.facestream.gallery.check.CheckReport;
import io.facestream.gallery.check.CheckRules;
import io.facestream.gallery.check.FalseAlertsADay;
import io.facestream.gallery.check.GalleryCheck;
import io.facestream.gallery.check.Traffic;
import io.facestream.gallery.check.TrafficWatch;
import io.facestream.options.Ago;
import io.facestream.options.BadOptionsException;
import io.facestream.options.OutputOptions;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.wire.Json;
import io.facestream.wire.Printable;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code facestream gallery check}. */
@Command(
    name = "check",
    description = {
      "Looks for mistakes in the gallery, by comparing all templates with each other, and says how"
          + " many false alerts to expect.",
      "Changes nothing."
    },
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing looks wrong",
      "1:something needs a look",
      "2:nothing was checked: wrong arguments, no gallery, nobody enrolled, no broker"
    })
final class CheckCommand implements Callable<Integer> {
  @Mixin private TopicChoice topic;

  @Option(
      names = "--pack",
      paramLabel = "NAME",
      defaultValue = "${env:FACESTREAM_PACK:-standard}",
      description = "Model pack of the gallery. Default: ${DEFAULT-VALUE}.")
  private String pack;

  @Option(
      names = "--threshold",
      paramLabel = "-1…1",
      description =
          "Cosine from which the job names somebody. Default: what its latest verdict says, or what"
              + " it would take for this gallery.")
  private Double threshold;

  @Option(
      names = "--verdicts",
      paramLabel = "TOPIC",
      defaultValue = "${env:FACESTREAM_VERDICTS_TOPIC:-verdicts}",
      description = "Topic of verdicts, which tell who passes. Default: ${DEFAULT-VALUE}.")
  private String verdicts;

  @Option(
      names = "--since",
      paramLabel = "DURATION",
      converter = Ago.class,
      defaultValue = "24h",
      description = "How far to look back in the verdicts. Default: ${DEFAULT-VALUE}.")
  private Duration since;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "10",
      description = "Rows to print of each list. Default: ${DEFAULT-VALUE}.")
  private int top;

  @Option(names = "--json", description = "Print all of it as one JSON object instead.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return Outcome.of(spec, this::check);
  }

  private int check() {
    requireInRange();
    ModelPack models = ModelPacks.named(pack);
    GalleryTopic where = topic.topic();
    GalleryToCheck gallery = GalleryToCheck.in(where, models.embedder());
    requireSomebody(gallery, where, models);
    Traffic traffic = traffic(where);
    ThresholdInForce inForce =
        threshold == null
            ? ThresholdInForce.of(traffic, models, gallery.templates().size())
            : new ThresholdInForce(threshold, "as given");
    CheckRules rules = CheckRules.of(models.thresholds(), inForce.cosine());
    CheckReport report =
        GalleryCheck.check(gallery.templates(), rules, Runtime.getRuntime().availableProcessors());
    CheckResult result =
        new CheckResult(
            where.name(),
            models.name(),
            models.embedder().modelId(),
            rules.threshold(),
            inForce.origin(),
            rules.pairSimilarity(),
            report.clean() && gallery.uniform(),
            report,
            gallery.otherModels(),
            gallery.otherLength(),
            gallery.unusable(),
            traffic,
            FalseAlertsADay.of(
                report, rules.threshold(), traffic, models.embedder().falseMatches()),
            new Suggestions(sameGallery()).about(report, gallery, models.name()));
    print(result);
    note(gallery.superseded());
    return result.clean() ? Outcome.DONE : Outcome.PARTLY;
  }

  private void requireInRange() {
    if (threshold != null && !(threshold >= -1 && threshold <= 1)) {
      throw new BadOptionsException("--threshold must be a cosine, -1 to 1, not " + threshold);
    }
    if (top < 1) {
      throw new BadOptionsException("--top must be at least 1, not " + top);
    }
  }

  private static void requireSomebody(GalleryToCheck gallery, GalleryTopic where, ModelPack pack) {
    if (!gallery.templates().isEmpty()) {
      return;
    }
    String embedder = pack.embedder().modelId();
    if (gallery.otherModels().isEmpty()) {
      throw new BadOptionsException(
          String.format(
              Locale.ROOT,
              "Nobody is enrolled in topic '%s' at %s; enrol with 'facestream gallery load'",
              where.name(),
              where.bootstrapServers()));
    }
    throw new BadOptionsException(
        String.format(
            Locale.ROOT,
            "No template of topic '%s' is of %s, the embedder of pack '%s': they are of %s; name"
                + " their pack with --pack",
            where.name(),
            embedder,
            pack.name(),
            gallery.otherModels().keySet().stream()
                .map(CheckCommand::withPacks)
                .collect(Collectors.joining(", "))));
  }

  private static String withPacks(String modelId) {
    String packs =
        ModelPacks.names().stream()
            .filter(name -> ModelPacks.named(name).embedder().modelId().equals(modelId))
            .collect(Collectors.joining(", "));
    return Printable.of(modelId, 40) + (packs.isEmpty() ? "" : " (pack " + packs + ")");
  }

  private Traffic traffic(GalleryTopic gallery) {
    Instant now = Instant.now();
    TrafficWatch watch = new TrafficWatch();
    boolean there =
        VerdictReader.readSince(now.minus(since), gallery.connection(), verdicts, watch::add);
    Traffic traffic = watch.traffic(now.minus(since), now);
    if (traffic == null) {
      note(
          there
              ? "Nothing is said of false alerts: topic '"
                  + verdicts
                  + "' has no verdict of the last "
                  + Ago.text(since)
              : "Nothing is said of false alerts: there is no topic '" + verdicts + "'");
    }
    return traffic;
  }

  private void print(CheckResult result) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.printable(result));
      out.flush();
    } else {
      new CheckPrinter(out, top).print(result);
    }
  }

  private void note(String line) {
    if (line != null) {
      PrintWriter notes = OutputOptions.notes(spec, spec.commandLine().getErr());
      notes.println(line);
      notes.flush();
    }
  }

  /** The options that led to this gallery, for commands that are to be typed. */
  private String sameGallery() {
    return Stream.of("--bootstrap-servers", "--kafka-config", "--gallery-topic")
        .filter(spec.commandLine().getParseResult()::hasMatchedOption)
        .map(
            option ->
                " "
                    + option
                    + " "
                    + Suggestions.quoted(
                        List.copyOf(
                                spec.commandLine()
                                    .getParseResult()
                                    .matchedOption(option)
                                    .originalStringValues())
                            .get(0)))
        .collect(Collectors.joining());
  }
}
