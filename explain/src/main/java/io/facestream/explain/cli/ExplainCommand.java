package io.facestream.explain.cli;

import io.facestream.decision.Policies;
import io.facestream.explain.gallery.LiveGallery;
import io.facestream.explain.picture.PictureLook;
import io.facestream.explain.policies.PoliciesOfVerdict;
import io.facestream.explain.policies.TopicPolicies;
import io.facestream.explain.replay.VerdictAndFrame;
import io.facestream.explain.story.Explainer;
import io.facestream.explain.story.Story;
import io.facestream.explain.story.ThenAndNow;
import io.facestream.job.options.RecognitionOptions;
import io.facestream.job.search.SearchSettings;
import io.facestream.options.BadOptionsException;
import io.facestream.options.OutputOptions;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.vision.picture.file.UnreadablePictureException;
import io.facestream.wire.FrameId;
import io.facestream.wire.Json;
import io.facestream.wire.Printable;
import io.facestream.wire.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code facestream explain}. */
@Command(
    name = "explain",
    description = {
      "Tells why a picture gets the answer it gets: its faces, the quality gate, whom each resembles,"
          + " what would have had to be reached, and what would lead to another answer.",
      "Looks at pictures as the job looks at frames, against the gallery as it is now. Give it the"
          + " options that the job was started with. Changes nothing."
    },
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all of it was explained",
      "1:some pictures could not be read, or the frame of the verdict is gone",
      "2:nothing was explained: wrong arguments, no such verdict, no gallery, no models, no broker"
    })
public final class ExplainCommand implements Callable<Integer> {
  private static final int MOST_PERSONS = 100;
  private static final int NAME_CHARS = 200;

  @Parameters(arity = "0..*", paramLabel = "PICTURE", description = "Pictures: JPEG, PNG or WebP.")
  private List<Path> pictures = new ArrayList<>();

  @Option(
      names = "--verdict",
      paramLabel = "ID",
      description =
          "Explain the frame of this verdict or alert instead, such as lobby@0-4711, by the"
              + " thresholds that applied unless others are given, and compare the answer.")
  private String verdict;

  @Option(
      names = "--camera",
      paramLabel = "ID",
      defaultValue = "",
      description = "Judge pictures as if this camera had taken them. Default: none.")
  private String camera;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "10",
      description = "Persons to tell of each face. Default: ${DEFAULT-VALUE}.")
  private int top;

  @Option(names = "--json", description = "Print each story as one line of JSON instead.")
  private boolean json;

  @Mixin private FrameTopics topics;
  @Mixin private RecognitionOptions recognition;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    recognition.validate(spec.commandLine());
    return Outcome.of(spec, this::explain);
  }

  private int explain() throws UnreadablePictureException {
    requireArguments();
    return verdict == null ? explainPictures() : explainVerdict(FrameId.parse(verdict));
  }

  private void requireArguments() {
    if (pictures.isEmpty() == (verdict == null)) {
      throw new BadOptionsException(
          pictures.isEmpty()
              ? "Name a picture, or a verdict with --verdict ID"
              : "Name pictures or --verdict, not both");
    }
    if (verdict != null && !camera.isEmpty()) {
      throw new BadOptionsException("--camera is for pictures; a verdict names its own");
    }
    if (top < 1 || top > MOST_PERSONS) {
      throw new BadOptionsException("--top must be 1 to " + MOST_PERSONS + ", not " + top);
    }
  }

  private int explainPictures() {
    ModelPack pack = ModelPacks.named(recognition.pack());
    try (LiveGallery live = gallery(pack);
        PictureLook look = new PictureLook(recognition.vision())) {
      Explainer explainer =
          explainer(pack, live, inForce(recognition.judgeSettings(pack).policies(), pack));
      int explained = 0;
      for (Path picture : pictures) {
        if (explained > 0 && !json) {
          spec.commandLine().getOut().println();
        }
        explained += explain(picture, look, explainer) ? 1 : 0;
      }
      return explained == pictures.size()
          ? Outcome.DONE
          : explained == 0 ? Outcome.FAILED : Outcome.PARTLY;
    }
  }

  private boolean explain(Path picture, PictureLook look, Explainer explainer) {
    try {
      byte[] bytes = Files.readAllBytes(picture);
      print(explainer.explain(picture.toString(), camera, Instant.now(), look.look(bytes)));
      return true;
    } catch (IOException e) {
      Outcome.complain(
          spec,
          "Cannot read '" + Printable.of(picture.toString(), NAME_CHARS) + "'; check the path");
    } catch (UnreadablePictureException e) {
      Outcome.complain(
          spec, "'" + Printable.of(picture.toString(), NAME_CHARS) + "': " + e.getMessage());
    }
    return false;
  }

  private int explainVerdict(FrameId id) throws UnreadablePictureException {
    VerdictAndFrame found =
        VerdictAndFrame.read(id, topics.connection(), topics.frames(), topics.verdicts());
    Verdict then = found.verdict().verdict();
    if (found.frame() == null) {
      printAlone(found);
      return Outcome.PARTLY;
    }
    VerdictPack models = VerdictPack.of(then, recognition, spec);
    Policies options = recognition.judgeSettings(models.pack()).policies();
    Policies policies =
        ThresholdsGiven.in(spec) ? options : PoliciesOfVerdict.options(then, options);
    try (LiveGallery live = gallery(models.pack());
        PictureLook look = new PictureLook(models.vision())) {
      Explainer explainer = explainer(models.pack(), live, inForce(policies, models.pack()));
      Story now =
          explainer.explain(
              id.toString(), id.cameraId(), then.frame(), look.look(found.frame().picture()));
      print(now.beside(ThenAndNow.compare(then, now)));
    }
    return Outcome.DONE;
  }

  private Policies inForce(Policies ofOptions, ModelPack pack) {
    return TopicPolicies.now(topics.connection(), topics.policies(), ofOptions, pack).inForce();
  }

  private LiveGallery gallery(ModelPack pack) {
    LiveGallery live = LiveGallery.read(topics.gallery(), pack);
    if (!live.refused().isEmpty()) {
      String first = live.refused().firstKey();
      note(
          String.format(
              Locale.ROOT,
              "%,d record%s of the gallery left out, as by the job (%s: %s)",
              live.refused().size(),
              live.refused().size() == 1 ? " is" : "s are",
              Printable.of(first, NAME_CHARS),
              Printable.of(live.refused().get(first))));
    }
    return live;
  }

  private Explainer explainer(ModelPack pack, LiveGallery live, Policies policies) {
    SearchSettings asTheJob = recognition.search();
    SearchSettings deeper =
        new SearchSettings(
            asTheJob.candidates(),
            Math.max(asTheJob.persons(), top + 1),
            asTheJob.minSimilarity(),
            asTheJob.batchProbes(),
            asTheJob.batchWait(),
            asTheJob.repairAfter());
    return new Explainer(pack, live.gallery(), topics.gallery().name(), policies, deeper, top);
  }

  private void print(Story story) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.printable(story));
      out.flush();
    } else {
      new StoryPrinter(out).print(story);
    }
  }

  /** What is left to say when the frame is gone. */
  private void printAlone(VerdictAndFrame found) {
    PrintWriter out = spec.commandLine().getOut();
    Verdict then = found.verdict().verdict();
    if (json) {
      out.println(Json.printable(then));
    } else {
      new VerdictPrinter(out).print(then);
    }
    out.flush();
    Outcome.complain(
        spec,
        "The frame cannot be looked at again: "
            + found.gone()
            + ". What the job said of it is above; retention.ms of the topic decides how long"
            + " frames are kept");
  }

  private void note(String line) {
    PrintWriter notes = OutputOptions.notes(spec, spec.commandLine().getErr());
    notes.println(line);
    notes.flush();
  }
}
