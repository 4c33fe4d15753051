package io.facestream.explain.cli;

import io.facestream.client.verdicts.StoredVerdict;
import io.facestream.decision.Calibration;
import io.facestream.decision.DecisionRule;
import io.facestream.decision.Policies;
import io.facestream.explain.ExplainException;
import io.facestream.explain.gallery.PastGallery;
import io.facestream.explain.picture.PictureLook;
import io.facestream.explain.policies.PoliciesOfVerdict;
import io.facestream.explain.policies.TopicPolicies;
import io.facestream.explain.replay.DecidingFrames;
import io.facestream.explain.replay.DecidingViews;
import io.facestream.explain.replay.Replay;
import io.facestream.explain.replay.Replayer;
import io.facestream.explain.replay.VerdictAndFrame;
import io.facestream.explain.story.Explainer;
import io.facestream.job.options.RecognitionOptions;
import io.facestream.job.verdict.JudgeSettings;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.picture.file.UnreadablePictureException;
import io.facestream.wire.FalseMatchCurve;
import io.facestream.wire.FrameId;
import io.facestream.wire.Json;
import io.facestream.wire.Verdict;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code facestream replay}. */
@Command(
    name = "replay",
    description = {
      "Gives a verdict once more: of the same frame, by the same models, against the gallery as it"
          + " was then, by the thresholds that applied; and says whether it is the same, byte for"
          + " byte but for its timings.",
      "Give it the options that the job was started with. Changes nothing."
    },
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the same verdict, from all that was known then",
      "1:another verdict, or the same although the topics no longer hold all that was known then",
      "2:not replayed: wrong arguments, no such verdict, its frame is gone, no models, no broker"
    })
public final class ReplayCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "VERDICT_ID",
      description = "Such as lobby@0-4711; an alert has the same.")
  private String verdict;

  @Option(names = "--json", description = "Print both verdicts and the difference as one line.")
  private boolean json;

  @Mixin private FrameTopics topics;
  @Mixin private RecognitionOptions recognition;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    recognition.validate(spec.commandLine());
    return Outcome.of(spec, this::replay);
  }

  private int replay() throws UnreadablePictureException {
    FrameId id = FrameId.parse(verdict);
    VerdictAndFrame found =
        VerdictAndFrame.read(id, topics.connection(), topics.frames(), topics.verdicts());
    if (found.frame() == null) {
      throw new ExplainException(
          "The frame cannot be judged again: "
              + found.gone()
              + ". retention.ms of the topic decides how long frames are kept");
    }
    Verdict then = found.verdict().verdict();
    VerdictPack pack = VerdictPack.of(then, recognition, spec);
    try (PictureLook look = new PictureLook(pack.vision());
        PastGallery past = past(then, pack.pack())) {
      TopicPolicies policies = policies(found.verdict(), pack.pack());
      Replayer replayer = replayer(policies.inForce(), pack.pack());
      List<String> notHeld = new ArrayList<>(policies.notHeld());
      DecidingViews deciding =
          new DecidingFrames(
                  topics.connection(), topics.frames(), topics.verdicts(), topics.gallery())
              .of(then, look, replayer, notHeld);
      Replay replay =
          replayer.replay(found, look.look(found.frame().picture()), past, deciding, notHeld);
      print(replay);
      return replay.same() && replay.notHeld().isEmpty() ? Outcome.DONE : Outcome.PARTLY;
    }
  }

  private PastGallery past(Verdict then, ModelPack pack) {
    return then.gallery() == null
        ? null
        : PastGallery.read(topics.gallery(), pack.embedder(), then.gallery());
  }

  private TopicPolicies policies(StoredVerdict found, ModelPack pack) {
    Policies options = recognition.judgeSettings(pack).policies();
    if (ThresholdsGiven.in(spec)) {
      return TopicPolicies.now(topics.connection(), topics.policies(), options, pack);
    }
    return TopicPolicies.then(
        topics.connection(),
        topics.policies(),
        PoliciesOfVerdict.options(found.verdict(), options),
        pack,
        found.verdict(),
        found.writtenAt());
  }

  private Replayer replayer(Policies policies, ModelPack pack) {
    JudgeSettings settings = recognition.judgeSettings(pack);
    FalseMatchCurve curve = pack.embedder().falseMatches();
    return new Replayer(
        new DecisionRule(policies, curve == null ? null : new Calibration(curve)),
        pack.thresholds().pairSimilarity(),
        recognition.search(),
        settings.shownCandidates(),
        Explainer.models(pack));
  }

  private void print(Replay replay) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.printable(replay));
      out.flush();
    } else {
      new ReplayPrinter(out).print(replay);
    }
  }
}
