package io.facestream.explain.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.frames.StoredFrame;
import io.facestream.client.verdicts.StoredVerdict;
import io.facestream.decision.DecisionRule;
import io.facestream.decision.Policies;
import io.facestream.explain.picture.PictureLook;
import io.facestream.explain.picture.SeenPicture;
import io.facestream.explain.story.Explainer;
import io.facestream.ingest.scene.DrawnScene;
import io.facestream.ingest.scene.SceneOptions;
import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.frames.VisionSettings;
import io.facestream.job.negatives.KnownExamples;
import io.facestream.job.search.SearchSettings;
import io.facestream.job.verdict.Judge;
import io.facestream.job.verdict.MergedFrame;
import io.facestream.job.verdict.ReduceVerdict;
import io.facestream.vision.picture.DecodeOptions;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.FrameRef;
import io.facestream.wire.Json;
import io.facestream.wire.Match;
import io.facestream.wire.Models;
import io.facestream.wire.Outcome;
import io.facestream.wire.Point;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.ReasonCode;
import io.facestream.wire.Verdict;
import io.facestream.wire.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayerTest {
  private static final Instant TIME = Instant.parse("2026-11-21T10:15:30.120Z");

  private final DecisionRule rule =
      new DecisionRule(
          Policies.ofOptions(Map.of(PolicyKey.DEFAULT, Policy.ofThreshold(0.5))), null);

  private static final DecisionRule IGNORING =
      new DecisionRule(
          Policies.ofOptions(
              Map.of(
                  PolicyKey.DEFAULT,
                  Policy.ofThreshold(0.5),
                  PolicyKey.camera("lobby"),
                  Policy.ofIgnored(
                      List.of(
                          new Zone(
                              List.of(
                                  new Point(0, 0),
                                  new Point(1, 0),
                                  new Point(1, 1),
                                  new Point(0, 1))))))),
          null);

  private SeenPicture seen;
  private Models models;
  private Verdict judged;

  @BeforeEach
  void judgeAPortraitWithoutAGallery() throws Exception {
    DrawnScene scene = new DrawnScene(SceneOptions.defaults());
    VisionSettings builtin =
        new VisionSettings(
            "builtin", null, null, null, null, DecodeOptions.DEFAULT_MAX_PIXELS, null);
    try (PictureLook look = new PictureLook(builtin)) {
      seen = look.look(scene.portraits(scene.people().get(0)).get(0));
      models = Explainer.models(look.pack());
    }
    ProbeFrame frame =
        new ProbeFrame(
            "lobby@0-7",
            ProbeFrame.UNNUMBERED,
            "lobby",
            new FrameRef(0, 7, 3, TIME, seen.width(), seen.height(), null),
            seen.probes(),
            1,
            2);
    judged =
        Judge.ofSingleFrames(rule, 3, models, new KnownExamples())
            .judge(MergedFrame.withoutSearch(frame));
  }

  @Test
  void shouldGiveTheSameVerdictAtAnotherTime() {
    Replay replay = replay(judged);
    assertThat(replay.same()).as(replay.firstDifference() + "").isTrue();
    assertThat(replay.then()).contains("\"sequence\":3").doesNotContain("timings");
    assertThat(replay.notes()).isEmpty();
    assertThat(replay.notHeld()).isEmpty();
  }

  @Test
  void shouldTakeOverWhatATrackCarriedAndSayFromWhere() {
    Face face = judged.faces().get(0);
    Face carried =
        new Face(
            face.box(),
            face.landmarks(),
            face.score(),
            face.quality(),
            FaceOutcome.MATCH,
            "lobby@0-2/1",
            "lobby@0-4",
            new Match("ada", "Ada", "ada/1", null, null, 0.63, 0.5, 0.3, null),
            null,
            AppliedThreshold.fixed("default", 0.5),
            List.of(),
            Map.of(),
            null,
            null);
    Replay replay = replay(with(carried, Outcome.MATCH));
    assertThat(replay.same()).as(replay.firstDifference() + "").isTrue();
    assertThat(replay.notes()).singleElement().asString().contains("verdict lobby@0-4 decided");
  }

  @Test
  void shouldTakeOverThatTooFewViewsAgreed() {
    Face face = judged.faces().get(0);
    Face unconfirmed =
        new Face(
            face.box(),
            face.landmarks(),
            face.score(),
            face.quality(),
            FaceOutcome.UNKNOWN,
            "lobby@0-2/1",
            null,
            null,
            null,
            null,
            List.of(),
            Map.of(),
            ReasonCode.UNCONFIRMED,
            "no view of this face has been searched yet");
    Replay replay = replay(with(unconfirmed, Outcome.UNKNOWN));
    assertThat(replay.same()).as(replay.firstDifference() + "").isTrue();
    assertThat(replay.notes()).singleElement().asString().contains("track lobby@0-2/1");
  }

  @Test
  void shouldLeaveOutWhatWasIgnoredThen() {
    Verdict then =
        new Verdict(
            judged.schema(),
            judged.verdictId(),
            judged.cameraId(),
            judged.frame(),
            Outcome.NO_FACE,
            List.of(),
            null,
            judged.models(),
            judged.gallery(),
            judged.timings(),
            null,
            1);
    Replay replay = replay(then, IGNORING);
    assertThat(replay.same()).as(replay.firstDifference() + "").isTrue();
    assertThat(replay.notHeld()).isEmpty();
    Replay withoutZones = replay(then, rule);
    assertThat(withoutZones.same()).isFalse();
    assertThat(withoutZones.notHeld())
        .containsExactly(
            "The policies topic no longer holds the zones in which faces were ignored then");
  }

  @Test
  void shouldReduceAsTheJobHadTo() {
    Verdict reduced = new ReduceVerdict().smaller(judged, 2);
    assertThat(reduced.reduced()).isNotNull();
    assertThat(replay(reduced).same()).isTrue();
  }

  @Test
  void shouldPointToWhatIsOtherwise() {
    Replay replay = replay(with(judged.faces().get(0), Outcome.REJECTED));
    assertThat(replay.same()).isFalse();
    assertThat(replay.firstDifference())
        .isEqualTo(new Difference("/outcome", "\"rejected\"", "\"unknown\""));
  }

  private Verdict with(Face face, Outcome outcome) {
    return new Verdict(
        judged.schema(),
        judged.verdictId(),
        judged.cameraId(),
        judged.frame(),
        outcome,
        List.of(face),
        null,
        judged.models(),
        judged.gallery(),
        judged.timings(),
        null);
  }

  private Replay replay(Verdict verdict) {
    return replay(verdict, rule);
  }

  private Replay replay(Verdict verdict, DecisionRule then) {
    return new Replayer(
            then, -1, new SearchSettings(5, 3, -1, 64, Duration.ZERO, Duration.ZERO), 3, models)
        .replay(
            new VerdictAndFrame(
                new StoredVerdict(verdict, Json.toBytes(verdict), TIME),
                new StoredFrame(null, TIME, new byte[0]),
                null),
            seen,
            null,
            new DecidingViews(),
            List.of());
  }
}
