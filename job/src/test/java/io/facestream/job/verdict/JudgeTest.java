package io.facestream.job.verdict;

import static io.facestream.job.testing.Fixtures.asked;
import static io.facestream.job.testing.Fixtures.frameWith;
import static io.facestream.job.testing.Fixtures.hit;
import static io.facestream.job.testing.Fixtures.towards;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facestream.decision.DecisionRule;
import io.facestream.decision.Policies;
import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.negatives.KnownExamples;
import io.facestream.job.search.ProbeHits;
import io.facestream.job.search.TemplateHit;
import io.facestream.wire.Alert;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Candidate;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.GalleryView;
import io.facestream.wire.Models;
import io.facestream.wire.Outcome;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.ReasonCode;
import io.facestream.wire.Recording;
import io.facestream.wire.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final Policies POLICIES =
      Policies.ofOptions(
          Map.of(
              PolicyKey.DEFAULT,
              new Policy(0.42, null, 0.05, null, null, null, null),
              PolicyKey.watchlist("vip"),
              Policy.ofThreshold(0.35),
              PolicyKey.watchlist("banned"),
              Policy.ofThreshold(0.6),
              PolicyKey.watchlist("seen"),
              new Policy(null, null, null, null, true, null, null),
              PolicyKey.watchlist("hidden"),
              new Policy(null, null, null, null, null, Recording.NONE, null),
              PolicyKey.camera("gate"),
              Policy.ofThreshold(0.5)));

  @Test
  void shouldMatchAtTheThreshold() {
    assertThat(judged("lobby", hit("ada/1", 0.42)).match().personId()).isEqualTo("ada");
  }

  @Test
  void shouldSayWhoFellShortOfTheThreshold() {
    Face face = judged("lobby", hit("ada/1", 0.4199));
    assertThat(face.match()).isNull();
    assertThat(face.outcome()).isEqualTo(FaceOutcome.UNKNOWN);
    assertThat(face.reasonCode()).isEqualTo(ReasonCode.BELOW_THRESHOLD);
    assertThat(face.reason()).isEqualTo("below threshold 0.4200: ada at 0.4199");
    assertThat(face.candidates()).extracting("personId").containsExactly("ada");
  }

  @Test
  void shouldPreferThePersonsThresholdOverWatchlistOverCameraOverDefault() {
    assertThat(judged("gate", hit("ada/1", 0.45)).match()).isNull();
    assertThat(judged("gate", hit("ada/1", 0.36, List.of("vip"), null)).match()).isNotNull();
    assertThat(judged("gate", hit("ada/1", 0.36, List.of("vip"), 0.6f)).match()).isNull();
    assertThat(judged("lobby", hit("ada/1", 0.45)).match().threshold()).isEqualTo(0.42);
  }

  @Test
  void shouldTakeTheStrictestThresholdOfTheWatchlistsThatHaveOne() {
    assertThat(thresholdOf("staff", "vip")).as("staff has none").isEqualTo(0.35);
    assertThat(thresholdOf("vip", "banned")).isEqualTo(0.6);
    assertThat(thresholdOf("banned", "vip")).isEqualTo(0.6);
    assertThat(thresholdOf("staff")).as("the camera's").isEqualTo(0.5);
  }

  @Test
  void shouldSayWhatHadToBeReachedAndWhoseThatIs() {
    assertThat(judged("gate", hit("ada/1", 0.3)).threshold())
        .isEqualTo(AppliedThreshold.fixed("camera/gate", 0.5));
    assertThat(judged("gate", hit("ada/1", 0.9, List.of("vip"), 0.7f)).threshold())
        .isEqualTo(AppliedThreshold.fixed("person/ada", 0.7));
    assertThat(judged("gate").threshold()).as("of nobody").isNull();
  }

  @Test
  void shouldSayWhereAHumanMustLookFirst() {
    assertThat(judged("gate", hit("ada/1", 0.9, List.of("seen"), null)).match().reviewRequired())
        .isTrue();
    assertThat(judged("gate", hit("ada/1", 0.9)).match().reviewRequired()).isNull();
  }

  @Test
  void shouldLeaveNoTraceOfPeopleWhoAreNotRecorded() {
    TemplateHit hidden = hit("ada/1", 0.9, List.of("hidden"), null);
    Verdict alone = verdictOn(new float[][] {towards(0, 0)}, List.of(List.of(hidden)));
    assertThat(alone.faces()).isEmpty();
    assertThat(alone.unrecorded()).isOne();
    assertThat(alone.outcome()).isEqualTo(Outcome.NO_FACE);
    assertThat(alertsFor(alone)).isEmpty();
    Verdict beside =
        verdictOn(
            new float[][] {null, towards(0, 0), towards(1, 0)},
            List.of(List.of(), List.of(hidden), List.of(hit("ben/1", 0.9))));
    assertThat(beside.faces())
        .extracting(Face::outcome)
        .containsExactly(FaceOutcome.REJECTED, FaceOutcome.MATCH);
    assertThat(beside.unrecorded()).isOne();
    assertThat(
            verdictOn(new float[][] {null, towards(0, 0)}, List.of(List.of(), List.of(hidden)))
                .outcome())
        .isEqualTo(Outcome.REJECTED);
    TemplateHit unlike = hit("ada/1", 0.1, List.of("hidden"), null);
    assertThat(verdictOn(new float[][] {towards(0, 0)}, List.of(List.of(unlike))).unrecorded())
        .as("not recognised")
        .isNull();
  }

  @Test
  void shouldSayHowManyFacesWereIgnored() {
    Verdict verdict = judge(frameWith("lobby", 7).ignoring(2), List.of());
    assertThat(verdict.ignored()).isEqualTo(2);
    assertThat(verdict.outcome()).isEqualTo(Outcome.NO_FACE);
    assertThat(judge(frameWith("lobby", 7), List.of()).ignored()).isNull();
  }

  private double thresholdOf(String... watchlists) {
    return judged("gate", hit("ada/1", 0.9, List.of(watchlists), null)).match().threshold();
  }

  @Test
  void shouldNameAllWatchlistsOfMatchAndCandidates() {
    Face face =
        judged(
            "lobby",
            hit("ada/1", 0.9, List.of("guests", "vip"), null),
            hit("ben/1", 0.3, List.of(), null));
    assertThat(face.match().watchlist()).isEqualTo("guests");
    assertThat(face.match().watchlists()).containsExactly("guests", "vip");
    assertThat(face.candidates())
        .extracting(Candidate::watchlists)
        .containsExactly(List.of("guests", "vip"), List.of());
    assertThat(face.candidates()).extracting(Candidate::watchlist).containsExactly("guests", null);
  }

  @Test
  void shouldNotDecideBetweenTwoWhoAreTooClose() {
    Face face = judged("lobby", hit("ada/1", 0.60), hit("ben/1", 0.56));
    assertThat(face.match()).isNull();
    assertThat(face.outcome()).isEqualTo(FaceOutcome.UNKNOWN);
    assertThat(face.reasonCode()).isEqualTo(ReasonCode.TOO_CLOSE);
    assertThat(face.reason()).startsWith("too close to call: ada only 0.040 ahead of ben");
  }

  @Test
  void shouldReportTheRunnerUpAndTheMargin() {
    Face face = judged("lobby", hit("ada/1", 0.63), hit("ben/1", 0.32), hit("cem/1", 0.1));
    assertThat(face.runnerUp().personId()).isEqualTo("ben");
    assertThat(face.match().margin()).isCloseTo(0.31, within(1e-6));
    assertThat(face.candidates()).as("two are shown").hasSize(2);
  }

  @Test
  void shouldTakeTheOnlyPersonOfAGallery() {
    Face face = judged("lobby", hit("ada/1", 0.5));
    assertThat(face.runnerUp()).isNull();
    assertThat(face.match().margin()).isEqualTo(1.5);
  }

  @Test
  void shouldKeepTheReasonOfARejectedFace() {
    Verdict verdict = verdictOn(new float[][] {null}, List.of(List.of()));
    assertThat(verdict.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(verdict.faces().get(0).outcome()).isEqualTo(FaceOutcome.REJECTED);
    assertThat(verdict.faces().get(0).reasonCode()).isEqualTo(ReasonCode.TOO_SMALL);
    assertThat(verdict.faces().get(0).reason()).isEqualTo("too small");
  }

  @Test
  void shouldTellTheOutcomesApart() {
    assertThat(verdictOn(new float[0][], List.of()).outcome()).isEqualTo(Outcome.NO_FACE);
    assertThat(verdictOn(new float[][] {towards(0, 0)}, List.of(List.of())).outcome())
        .isEqualTo(Outcome.UNKNOWN);
    assertThat(
            verdictOn(
                    new float[][] {null, towards(0, 0)},
                    List.of(List.of(), List.of(hit("ada/1", 0.9))))
                .outcome())
        .isEqualTo(Outcome.MATCH);
  }

  @Test
  void shouldAlertTheMostSimilarFaceOnce() {
    Verdict verdict =
        verdictOn(
            new float[][] {towards(0, 0), towards(1, 0)},
            List.of(List.of(hit("ada/1", 0.5)), List.of(hit("ben/1", 0.9))));
    List<Alert> alerts = alertsFor(verdict);
    assertThat(alerts).hasSize(1);
    assertThat(alerts.get(0).match().personId()).isEqualTo("ben");
    assertThat(alerts.get(0).alertId()).isEqualTo("lobby@0-7");
    assertThat(alerts.get(0).expiresAt()).isEqualTo(Instant.ofEpochMilli(61_007));
  }

  @Test
  void shouldAlertNobodyOfAPictureThatSomebodyHandsIn() {
    Verdict verdict = handedIn(null, hit("ada/1", 0.9));
    assertThat(verdict.outcome()).isEqualTo(Outcome.MATCH);
    assertThat(alertsFor(verdict)).isEmpty();
  }

  @Test
  void shouldSayOnlyOfWatchlistsThatARequestNamesWhoIsOnThem() {
    List<String> vip = List.of("vip");
    Face face = handedIn(vip, hit("ada/1", 0.9, List.of("guests", "vip"), null)).faces().get(0);
    assertThat(face.match().watchlists()).containsExactly("vip");
    assertThat(face.candidates().get(0).watchlists()).containsExactly("vip");
    Face other = handedIn(vip, hit("ben/1", 0.9, List.of("guests"), null)).faces().get(0);
    assertThat(other.match()).isNull();
    assertThat(other.candidates()).isEmpty();
    assertThat(handedIn(vip, hit("eve/1", 0.9, List.of(), null)).outcome())
        .as("on no watchlist")
        .isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void shouldNotAlertWithoutAMatch() {
    assertThat(alertsFor(verdictOn(new float[0][], List.of()))).isEmpty();
    assertThat(
            alertsFor(
                verdictOn(new float[][] {towards(0, 0)}, List.of(List.of(hit("ada/1", 0.1))))))
        .isEmpty();
  }

  private static Face judged(String camera, TemplateHit... hits) {
    return judge(camera, new float[][] {towards(0, 0)}, List.of(List.of(hits))).faces().get(0);
  }

  private static Verdict verdictOn(float[][] embeddings, List<List<TemplateHit>> hits) {
    return judge("lobby", embeddings, hits);
  }

  private static Verdict handedIn(List<String> scope, TemplateHit... hits) {
    return judge(
        asked(frameWith("desk", 7, new float[][] {towards(0, 0)}), scope), List.of(List.of(hits)));
  }

  private static Verdict judge(String camera, float[][] embeddings, List<List<TemplateHit>> hits) {
    return judge(frameWith(camera, 7, embeddings), hits);
  }

  private static Verdict judge(ProbeFrame frame, List<List<TemplateHit>> hits) {
    return Judge.ofSingleFrames(
            new DecisionRule(POLICIES, null),
            2,
            new Models("test", "detector", "embedder"),
            new KnownExamples())
        .judge(
            new MergedFrame(
                frame,
                hits.stream().map(ProbeHits::new).toList(),
                new GalleryView(3, Map.of()),
                1));
  }

  private static List<Alert> alertsFor(Verdict verdict) {
    return new RaiseAlerts(Duration.ofMinutes(1)).alertFor(verdict).stream().toList();
  }
}
