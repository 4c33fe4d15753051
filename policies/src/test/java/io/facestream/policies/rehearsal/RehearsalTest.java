package io.facestream.policies.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.decision.Calibration;
import io.facestream.decision.DecisionRule;
import io.facestream.decision.Policies;
import io.facestream.decision.StatedPolicy;
import io.facestream.decision.TopMatch;
import io.facestream.job.frames.FacePlace;
import io.facestream.job.frames.Probe;
import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.gallery.Template;
import io.facestream.job.negatives.KnownExamples;
import io.facestream.job.negatives.NegativeExample;
import io.facestream.job.search.ProbeHits;
import io.facestream.job.search.TemplateHit;
import io.facestream.job.verdict.Judge;
import io.facestream.job.verdict.MergedFrame;
import io.facestream.job.verdict.ReduceVerdict;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.wire.Box;
import io.facestream.wire.Confirmation;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.FrameRef;
import io.facestream.wire.GalleryView;
import io.facestream.wire.Ids;
import io.facestream.wire.Match;
import io.facestream.wire.Models;
import io.facestream.wire.Point;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.ReasonCode;
import io.facestream.wire.Recording;
import io.facestream.wire.Verdict;
import io.facestream.wire.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rehearsal comes to what the job then comes to. */
class RehearsalTest {
  private static final ModelPack PACK = ModelPacks.named("standard");
  static final Models MODELS = new Models("standard", "detector", PACK.embedder().modelId());
  static final Calibration CALIBRATION = new Calibration(PACK.embedder().falseMatches());

  /** With options as a job may have them, and a policy of the topic. */
  private static final Policies BEFORE =
      Policies.ofOptions(
              Map.of(
                  PolicyKey.DEFAULT,
                  Policy.ofFalseAlerts(0.003),
                  PolicyKey.camera("gate"),
                  Policy.ofThreshold(0.5)))
          .with(PolicyKey.watchlist("vip"), new StatedPolicy(Policy.ofThreshold(0.4), 3));

  private static final List<MergedFrame> FRAMES = frames(400);

  private static final Zone RIGHT_HALF =
      new Zone(List.of(new Point(0.5, 0), new Point(1, 0), new Point(1, 1), new Point(0.5, 1)));

  static List<UnaryOperator<Policies>> changes() {
    return List.of(
        now -> now,
        now -> stating(now, PolicyKey.DEFAULT, Policy.ofFalseAlerts(0.0001)),
        now -> stating(now, PolicyKey.DEFAULT, Policy.ofThreshold(0.2)),
        now -> stating(now, PolicyKey.camera("gate"), Policy.ofFalseAlerts(0.9)),
        now -> stating(now, PolicyKey.watchlist("vip"), Policy.ofThreshold(0.7)),
        now -> now.without(PolicyKey.watchlist("vip")),
        now -> stating(now, PolicyKey.person("p1"), Policy.ofThreshold(0.9)),
        now -> stating(now, PolicyKey.DEFAULT, new Policy(null, null, 0.2, null, null, null, null)),
        now ->
            stating(
                now,
                PolicyKey.watchlist("guests"),
                new Policy(null, null, null, null, true, Recording.NONE, null)));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void shouldEqualWhatThenHappens(UnaryOperator<Policies> change) {
    shouldEqualWhatThenHappens(change, 3, 0);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void shouldNeedNoMoreThanTheBestCandidate(UnaryOperator<Policies> change) {
    shouldEqualWhatThenHappens(change, 1, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1})
  void shouldKnowThePersonOfAReducedVerdict(int step) {
    shouldEqualWhatThenHappens(changes().get(1), 3, step);
  }

  /** Of a face below its threshold a verdict does not say whether an example spoke against it. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 7, 8})
  void shouldEqualWhatThenHappensToWhomAnExampleSpeaksAgainst(int change) {
    KnownExamples examples =
        new KnownExamples(
            List.of(new NegativeExample("not/p0/a@0-1#0", "p0", new float[] {1}, Long.MAX_VALUE)));
    assertThat(judged(BEFORE, 3, examples))
        .flatExtracting(Verdict::faces)
        .extracting(Face::reasonCode)
        .contains(ReasonCode.NEGATIVE_EXAMPLE);
    shouldEqualWhatThenHappens(changes().get(change), 3, 0, examples);
  }

  private static void shouldEqualWhatThenHappens(
      UnaryOperator<Policies> change, int shown, int reduced) {
    shouldEqualWhatThenHappens(change, shown, reduced, new KnownExamples());
  }

  private static void shouldEqualWhatThenHappens(
      UnaryOperator<Policies> change, int shown, int reduced, KnownExamples examples) {
    List<Verdict> before = judged(BEFORE, shown, examples);
    OptionsSeen options = new OptionsSeen();
    before.forEach(verdict -> options.add(verdict.frame().capturedAt(), verdict));
    assertThat(options.pack()).isEqualTo("standard");
    Policies seen = new Policies(options.policies(PACK, 0).ofOptions(), BEFORE.stated());
    Rehearsal rehearsal =
        new Rehearsal(new DecisionRule(change.apply(seen), CALIBRATION), MODELS.embedder());
    for (Verdict verdict : before) {
      Verdict kept = reduced == 0 ? verdict : new ReduceVerdict().smaller(verdict, reduced);
      rehearsal.add(kept == null ? verdict : kept);
    }
    RehearsalReport report = rehearsal.report();

    Set<String> was = alerts(before);
    Set<String> then = alerts(judged(change.apply(BEFORE), shown, examples));
    assertThat(report.alertsBefore()).isEqualTo(was.size());
    assertThat(report.alertsAfter()).isEqualTo(then.size());
    assertThat(of(report, AlertChange.Kind.GAINED)).isEqualTo(without(then, was));
    assertThat(of(report, AlertChange.Kind.LOST)).isEqualTo(without(was, then));
    assertThat(report.notKnown().faces()).isZero();
  }

  /** A face that will be ignored is as if it were not there, and whoever is beside it remains. */
  @Test
  void shouldEqualWhatThenHappensWithAZoneThatIgnoresFaces() {
    PolicyKey lobby = PolicyKey.camera("lobby");
    Policies ignoring = stating(BEFORE, lobby, Policy.ofIgnored(List.of(RIGHT_HALF)));
    Rehearsal rehearsal = new Rehearsal(new DecisionRule(ignoring, CALIBRATION), MODELS.embedder());
    List<Verdict> before = judged(BEFORE, 3).stream().map(RehearsalTest::spread).toList();
    before.forEach(rehearsal::add);

    List<Verdict> then = before.stream().map(RehearsalTest::withoutTheRightOfTheLobby).toList();
    RehearsalReport report = rehearsal.report();
    assertThat(of(report, AlertChange.Kind.LOST))
        .isNotEmpty()
        .isEqualTo(without(alerts(before), alerts(then)));
    assertThat(of(report, AlertChange.Kind.GAINED))
        .as("of those beside them")
        .isNotEmpty()
        .isEqualTo(without(alerts(then), alerts(before)));
    assertThat(report.alertsAfter()).isEqualTo(alerts(then).size());
    assertThat(report.changes())
        .filteredOn(change -> change.kind() == AlertChange.Kind.LOST)
        .extracting(AlertChange::why)
        .containsOnly("The face would be ignored where it stands");
    assertThat(report.notKnown().faces()).isZero();
  }

  @Test
  void shouldSayHowManyFacesAreInNoVerdictSinceTheyWereIgnored() {
    Rehearsal rehearsal = new Rehearsal(new DecisionRule(BEFORE, CALIBRATION), MODELS.embedder());
    judged(BEFORE, 3).stream()
        .map(RehearsalTest::spread)
        .map(RehearsalTest::withoutTheRightOfTheLobby)
        .forEach(rehearsal::add);
    assertThat(rehearsal.report().notKnown().ignored()).isPositive();
    assertThat(rehearsal.report().changes()).isEmpty();
  }

  /** Its faces from the left to the right, the last in the right half. */
  private static Verdict spread(Verdict verdict) {
    List<Face> faces = new ArrayList<>();
    for (int i = 0; i < verdict.faces().size(); i++) {
      faces.add(at(0.2 + 0.3 * i, verdict.faces().get(i)));
    }
    return withFaces(verdict, faces, null);
  }

  private static Verdict withoutTheRightOfTheLobby(Verdict verdict) {
    List<Face> left = verdict.faces().stream().filter(face -> face.box().x() < 0.4).toList();
    int right = verdict.faces().size() - left.size();
    return verdict.cameraId().equals("lobby") && right > 0
        ? withFaces(verdict, left, right)
        : verdict;
  }

  private static Verdict withFaces(Verdict like, List<Face> faces, Integer ignored) {
    return new Verdict(
        like.schema(),
        like.verdictId(),
        like.cameraId(),
        like.frame(),
        like.outcome(),
        faces,
        null,
        like.models(),
        like.gallery(),
        like.timings(),
        null,
        ignored);
  }

  private static Face at(double x, Face face) {
    return new Face(
        new Box(x, 0.1, 0.1, 0.1),
        face.landmarks(),
        face.score(),
        face.quality(),
        face.outcome(),
        face.track(),
        face.carriedFrom(),
        face.match(),
        face.runnerUp(),
        face.threshold(),
        face.candidates(),
        face.attributes(),
        face.reasonCode(),
        face.reason());
  }

  @Test
  void shouldHaveSomethingToCompare() {
    for (int i = 1; i < changes().size(); i++) {
      assertThat(alerts(judged(changes().get(i).apply(BEFORE), 3)))
          .as("change %d", i)
          .isNotEmpty()
          .isNotEqualTo(alerts(judged(BEFORE, 3)));
    }
  }

  @Test
  void shouldLoseTheAlertsOfAListAtOtherCamerasThanItsOwn() {
    Policies scoped =
        stating(
            stating(BEFORE, PolicyKey.watchlist("vip"), scope(0.4, "gate")),
            PolicyKey.watchlist("guests"),
            scope(null, "gate*"));
    Rehearsal rehearsal = new Rehearsal(new DecisionRule(scoped, CALIBRATION), MODELS.embedder());
    List<Verdict> before = judged(BEFORE, 3);
    before.forEach(rehearsal::add);
    Set<String> lost = new HashSet<>();
    for (Verdict verdict : before) {
      TopMatch.of(verdict.faces())
          .filter(face -> verdict.cameraId().equals("lobby"))
          .filter(face -> !face.match().watchlists().isEmpty())
          .ifPresent(face -> lost.add(verdict.verdictId() + " " + face.match().personId()));
    }
    RehearsalReport report = rehearsal.report();
    assertThat(of(report, AlertChange.Kind.LOST)).isNotEmpty().isEqualTo(lost);
    assertThat(report.changes())
        .filteredOn(change -> change.kind() == AlertChange.Kind.LOST)
        .extracting(AlertChange::why)
        .allMatch(why -> why.matches("p[012] would be out of reach here"));
    assertThat(report.notKnown().outOfReach()).isGreaterThanOrEqualTo(lost.size());
  }

  private static Policy scope(Double threshold, String camera) {
    return new Policy(threshold, null, null, null, null, null, List.of(camera));
  }

  @Test
  void shouldSayWhatIsNotKnown() {
    Rehearsal rehearsal = new Rehearsal(new DecisionRule(BEFORE, CALIBRATION), MODELS.embedder());
    for (Verdict verdict : judged(BEFORE, 3)) {
      Verdict withoutCandidates = new ReduceVerdict().smaller(verdict, 2);
      rehearsal.add(withoutCandidates == null ? verdict : withoutCandidates);
    }
    assertThat(rehearsal.report().notKnown().reduced()).as("of strangers").isPositive();
    assertThat(rehearsal.report().changes()).as("of matches enough is known").isEmpty();
    Rehearsal ofOthers = new Rehearsal(new DecisionRule(BEFORE, CALIBRATION), "another");
    judged(BEFORE, 3).forEach(ofOthers::add);
    assertThat(ofOthers.report().notKnown().otherModels()).isPositive();
    assertThat(ofOthers.report().frames()).isZero();
  }

  @Test
  void shouldLetACarriedFaceGoWithTheViewThatDecided() {
    Rehearsal stricter =
        new Rehearsal(
            new DecisionRule(
                stating(BEFORE, PolicyKey.DEFAULT, Policy.ofThreshold(0.9)), CALIBRATION),
            MODELS.embedder());
    Verdict decided = judged(BEFORE, 3).stream().filter(RehearsalTest::namesP4).findFirst().get();
    Face view = decided.faces().get(0);
    stricter.add(with(decided, "lobby@0-1", carried(view, null, view.match())));
    stricter.add(with(decided, "lobby@0-2", carried(view, "lobby@0-1", view.match())));
    assertThat(stricter.report().changes())
        .extracting(AlertChange::verdictId)
        .containsExactly("lobby@0-1", "lobby@0-2");
    stricter.add(with(decided, "lobby@0-3", carried(view, "lobby@0-0", view.match())));
    assertThat(stricter.report().changes()).as("a match says enough by itself").hasSize(3);
    stricter.add(with(decided, "lobby@0-4", carried(view, "lobby@0-0", null)));
    assertThat(stricter.report().notKnown().carried()).isOne();
  }

  static List<UnaryOperator<Policies>> changesOfTracks() {
    List<UnaryOperator<Policies>> changes = new ArrayList<>(changes());
    for (Confirmation confirm :
        List.of(Confirmation.AT_ONCE, new Confirmation(2, 3), new Confirmation(4, 5))) {
      changes.add(
          now ->
              stating(
                  now, PolicyKey.DEFAULT, new Policy(0.4, null, null, confirm, null, null, null)));
      changes.add(
          now ->
              stating(
                  now,
                  PolicyKey.watchlist("vip"),
                  new Policy(null, null, null, confirm, null, null, null)));
    }
    return changes;
  }

  @ParameterizedTest
  @MethodSource("changesOfTracks")
  void shouldEqualWhatThenHappensToFacesThatAreFollowed(UnaryOperator<Policies> change) {
    for (Confirmation confirmed : List.of(Confirmation.AT_ONCE, new Confirmation(3, 4))) {
      Policies policies =
          stating(
              BEFORE,
              PolicyKey.watchlist("guests"),
              new Policy(null, null, null, confirmed, null, null, null));
      List<Verdict> before = FollowedFrames.judged(policies);
      Rehearsal rehearsal =
          new Rehearsal(new DecisionRule(change.apply(policies), CALIBRATION), MODELS.embedder());
      before.forEach(rehearsal::add);
      RehearsalReport report = rehearsal.report();

      Set<String> was = alerts(before);
      Set<String> then = alerts(FollowedFrames.judged(change.apply(policies)));
      assertThat(report.alertsAfter()).isEqualTo(then.size());
      assertThat(of(report, AlertChange.Kind.GAINED)).isEqualTo(without(then, was));
      assertThat(of(report, AlertChange.Kind.LOST)).isEqualTo(without(was, then));
      assertThat(report.notKnown().faces()).isZero();
      assertThat(report.changes())
          .filteredOn(lost -> lost.kind() == AlertChange.Kind.LOST && lost.why() != null)
          .allSatisfy(lost -> assertThat(lost.needed()).isNotNull());
    }
  }

  @Test
  void shouldHaveConfirmationsToCompare() {
    List<UnaryOperator<Policies>> all = changesOfTracks();
    Set<Integer> alerts = new HashSet<>();
    for (int i : new int[] {changes().size(), changes().size() + 2, changes().size() + 4}) {
      alerts.add(alerts(FollowedFrames.judged(all.get(i).apply(BEFORE))).size());
    }
    assertThat(alerts).as("at once, 2 of 3, 4 of 5").hasSize(3).doesNotContain(0);
  }

  @Test
  void shouldTakeFacesAsTheyWereWhoseTracksBeganBefore() {
    Policies confirming =
        stating(
            BEFORE,
            PolicyKey.DEFAULT,
            new Policy(0.4, null, null, new Confirmation(3, 4), null, null, null));
    List<Verdict> before = FollowedFrames.judged(BEFORE);
    Rehearsal rehearsal =
        new Rehearsal(new DecisionRule(confirming, CALIBRATION), MODELS.embedder());
    before.subList(45, 60).forEach(rehearsal::add);
    assertThat(rehearsal.report().notKnown().unconfirmed()).isPositive();
  }

  private static boolean namesP4(Verdict verdict) {
    return verdict.cameraId().equals("lobby")
        && verdict.faces().size() == 1
        && verdict.faces().get(0).match() != null
        && verdict.faces().get(0).match().personId().equals("p4")
        && verdict.faces().get(0).match().similarity() < 0.9;
  }

  private static Face carried(Face view, String from, Match match) {
    return new Face(
        view.box(),
        view.landmarks(),
        view.score(),
        view.quality(),
        match == null ? FaceOutcome.UNKNOWN : FaceOutcome.MATCH,
        "lobby@0-1#0",
        from,
        match,
        view.runnerUp(),
        view.threshold(),
        view.candidates(),
        Map.of(),
        match == null ? ReasonCode.BELOW_THRESHOLD : null,
        match == null ? "below" : null);
  }

  private static Verdict with(Verdict like, String id, Face face) {
    return new Verdict(
        like.schema(),
        id,
        like.cameraId(),
        like.frame(),
        like.outcome(),
        List.of(face),
        null,
        like.models(),
        like.gallery(),
        like.timings(),
        null);
  }

  private static Policies stating(Policies now, PolicyKey key, Policy policy) {
    return now.with(key, new StatedPolicy(policy, 9));
  }

  private static List<Verdict> judged(Policies policies, int shown) {
    return judged(policies, shown, new KnownExamples());
  }

  private static List<Verdict> judged(Policies policies, int shown, KnownExamples examples) {
    Judge judge =
        Judge.ofSingleFrames(new DecisionRule(policies, CALIBRATION), shown, MODELS, examples);
    return FRAMES.stream().map(judge::judge).toList();
  }

  private static Set<String> alerts(List<Verdict> verdicts) {
    Set<String> alerts = new HashSet<>();
    for (Verdict verdict : verdicts) {
      TopMatch.of(verdict.faces())
          .ifPresent(face -> alerts.add(verdict.verdictId() + " " + face.match().personId()));
    }
    return alerts;
  }

  private static Set<String> of(RehearsalReport report, AlertChange.Kind kind) {
    Set<String> alerts = new HashSet<>();
    report.changes().stream()
        .filter(change -> change.kind() == kind)
        .forEach(change -> alerts.add(change.verdictId() + " " + change.personId()));
    return alerts;
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new HashSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  /** Of two cameras, with up to three faces; some persons have a threshold of their own. */
  private static List<MergedFrame> frames(int count) {
    Random random = new Random(11);
    List<MergedFrame> frames = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String camera = i % 3 == 0 ? "gate" : "lobby";
      List<Probe> probes = new ArrayList<>();
      List<ProbeHits> hits = new ArrayList<>();
      int faces = random.nextInt(4);
      for (int face = 0; face < faces; face++) {
        probes.add(new Probe(place(), new float[] {1}));
        hits.add(new ProbeHits(hits(random)));
      }
      FrameRef ref = new FrameRef(0, i, i, Instant.ofEpochSecond(i), 640, 360, null);
      ProbeFrame frame =
          new ProbeFrame(Ids.frameId(camera, 0, i), i + 1, camera, ref, probes, 1, 1);
      frames.add(
          faces == 0
              ? MergedFrame.withoutSearch(frame)
              : new MergedFrame(frame, hits, new GalleryView(1_000, Map.of(0, 1_000L)), 1));
    }
    return frames;
  }

  static List<TemplateHit> hits(Random random) {
    List<TemplateHit> hits = new ArrayList<>();
    double similarity = random.nextDouble();
    int first = random.nextInt(5);
    for (int i = 0; i < 4; i++) {
      String person = "p" + (first + i) % 5;
      List<String> watchlists =
          switch (person) {
            case "p0" -> List.of("guests", "vip");
            case "p1" -> List.of("vip");
            case "p2" -> List.of("guests");
            default -> List.of();
          };
      Float own = person.equals("p3") ? 0.6f : null;
      hits.add(
          new TemplateHit(
              person + "/1", similarity, Template.of(person, "Name " + person, watchlists, own)));
      similarity -= 0.3 * random.nextDouble();
    }
    return hits;
  }

  private static FacePlace place() {
    return new FacePlace(new Box(0.1, 0.1, 0.2, 0.2), List.of(), 0.9, 0.9, null, null, null);
  }
}
