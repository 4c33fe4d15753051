package io.facestream.job.lists;

import static io.facestream.job.testing.ListedPolicies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.analysers.AnalyserOpener;
import io.facestream.job.frames.RawFrame;
import io.facestream.job.lists.Answers.Timed;
import io.facestream.job.policies.PolicyRecord;
import io.facestream.job.synthetic.Portraits;
import io.facestream.job.testing.DeclaredAnalysers;
import io.facestream.vision.packs.AnalyserModel;
import io.facestream.vision.packs.VisionException;
import io.facestream.wire.AnalysedFace;
import io.facestream.wire.Analysis;
import io.facestream.wire.Face;
import io.facestream.wire.FaceOutcome;
import io.facestream.wire.FrameRequest;
import io.facestream.wire.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Analysers as operators of the whole job, with lists instead of topics. */
@Timeout(300)
class AnalysersOnListsITCase {
  private static final String NAME = "age-gender";
  private static final String BROKEN = "broken";

  /** Without tracks every usable face of a frame is searched, and so analysed. */
  private static final List<String> OPTIONS =
      List.of("--pack", SceneFrames.PACK, "--tracks", "off");

  private static MiniCluster cluster;
  private static SceneFrames scene;

  /** Open when the held analyser may go on. */
  private static CountDownLatch gate;

  @TempDir Path folder;

  @BeforeAll
  static void open() throws Exception {
    scene = new SceneFrames(30);
    cluster = ListJob.clusterOf(4);
    cluster.start();
  }

  @AfterAll
  static void close() throws Exception {
    cluster.close();
  }

  @Test
  void shouldAnalyseForACameraByItsPolicyAndForAPictureByItsHeader() throws Exception {
    Portraits.models();
    List<RawFrame> frames = new ArrayList<>(scene.frames());
    frames.add(request("r-1", 1_000, FrameRequest.of("r-1").analysedBy(List.of(NAME, "mood"))));
    frames.add(request("r-2", 1_001, FrameRequest.of("r-2")));
    List<PolicyRecord> policies = policies("camera/camera-0", "{\"analysers\": [\"age-gender\"]}");
    try (Answers answers = new Answers();
        ListJob job = start(frames, policies, Trap.none(), answers, declared(NAME))) {
      job.await(() -> answers.frames() == frames.size());
      Set<String> expected = usableFaces(answers, NAME);
      assertThat(expected)
          .anyMatch(id -> id.startsWith("camera-0@"))
          .anyMatch(id -> id.startsWith("desk@0-1000/"))
          .noneMatch(id -> id.startsWith("camera-1@") || id.startsWith("desk@0-1001/"));
      job.await(() -> idsOf(answers, NAME).equals(expected));
      assertThat(of(answers, NAME))
          .allSatisfy(
              said -> {
                assertThat(said.failure()).isNull();
                assertThat(said.values()).containsOnlyKeys("age", "male", "female");
                assertThat(said.attributes()).containsOnlyKeys("age", "gender");
                assertThat(said.label()).isIn("male", "female");
                assertThat(said.frame().analysers()).containsExactly(NAME);
              });
      assertThat(of(answers, "mood"))
          .extracting(Analysis::failure)
          .containsExactly("The job runs no analyser 'mood'; start it with that one.");
      assertThat(of(answers, Analysis.FACES))
          .as("of one-shot pictures alone")
          .hasSize(2)
          .allSatisfy(told -> requireSameFaces(told, answers));
    }
  }

  @Tag("thorough")
  @Test
  void shouldAnalyseNothingUnlessToldTo() throws Exception {
    List<RawFrame> frames = new ArrayList<>(scene.frames());
    frames.add(request("r-1", 1_000, FrameRequest.of("r-1")));
    try (Answers answers = new Answers();
        ListJob job =
            start(frames, policies("default", "{}"), Trap.none(), answers, declared(BROKEN))) {
      job.await(() -> answers.frames() == frames.size());
      assertThat(answers.analyses()).extracting(Analysis::analyser).containsOnly(Analysis.FACES);
      assertThat(answers.verdicts()).allMatch(timed -> timed.verdict().frame().analysers() == null);
    }
  }

  @Tag("thorough")
  @Test
  void shouldNeverRunWhatAPolicyRefuses() throws Exception {
    List<RawFrame> frames = new ArrayList<>(scene.frames());
    frames.add(request("r-1", 1_000, FrameRequest.of("r-1").analysedBy(List.of(BROKEN))));
    List<PolicyRecord> policies =
        policies(
            "default", "{\"refusedAnalysers\": [\"broken\"]}",
            "camera/camera-0", "{\"analysers\": [\"broken\"]}");
    try (Answers answers = new Answers();
        ListJob job = start(frames, policies, Trap.none(), answers, declared(BROKEN))) {
      job.await(() -> answers.frames() == frames.size());
      job.await(() -> !of(answers, BROKEN).isEmpty());
      assertThat(of(answers, BROKEN))
          .extracting(Analysis::failure)
          .containsExactly("A policy refuses the analyser 'broken' here.");
      assertThat(answers.verdicts()).allMatch(timed -> timed.verdict().frame().analysers() == null);
    }
  }

  @Tag("thorough")
  @Test
  void shouldAnswerAsWithoutAnAnalyserThatIsBroken() throws Exception {
    List<PolicyRecord> policies = policies("default", "{\"analysers\": [\"broken\"]}");
    Set<String> peopleWithout;
    Set<String> alertsWithout;
    try (Answers answers = new Answers();
        ListJob job = start(scene.frames(), policies, Trap.none(), answers)) {
      job.await(() -> answers.frames() == scene.frames().size());
      peopleWithout = inWords(answers);
      alertsWithout = alertsOf(answers);
      assertThat(answers.analyses()).isEmpty();
    }
    try (Answers answers = new Answers();
        ListJob job = start(scene.frames(), policies, Trap.none(), answers, declared(BROKEN))) {
      job.await(() -> answers.frames() == scene.frames().size());
      assertThat(inWords(answers)).isEqualTo(peopleWithout);
      job.await(() -> alertsOf(answers).size() == alertsWithout.size());
      assertThat(alertsOf(answers)).isEqualTo(alertsWithout);
      Set<String> expected = usableFaces(answers, BROKEN);
      assertThat(expected).isNotEmpty();
      job.await(() -> idsOf(answers, BROKEN).equals(expected));
      assertThat(answers.analyses())
          .extracting(Analysis::failure)
          .allMatch(failure -> failure.startsWith("The analyser cannot be loaded: "));
    }
  }

  @Tag("thorough")
  @Test
  void shouldDelayNeitherVerdictsNorAlertsWhileAnAnalyserIsHeld() throws Exception {
    gate = new CountDownLatch(1);
    List<PolicyRecord> policies = policies("default", "{\"analysers\": [\"broken\"]}");
    try (Answers answers = new Answers();
        ListJob job =
            startHeld(scene.frames(), policies, RateLimiterStrategy.noOp(), Trap.none(), answers)) {
      job.await(() -> answers.frames() == scene.frames().size());
      job.await(() -> alertsOf(answers).size() == matchesOf(answers));
      Set<String> expected = usableFaces(answers, BROKEN);
      assertThat(gate.getCount()).as("the analyser is held still").isOne();
      assertThat(idsOf(answers, BROKEN)).as("and has answers to come").isNotEqualTo(expected);
      gate.countDown();
      job.await(() -> idsOf(answers, BROKEN).equals(expected));
      assertThat(of(answers, BROKEN)).hasSameSizeAs(expected);
    }
  }

  @Tag("thorough")
  @Test
  void shouldAnswerOverAFailureEveryFaceThatAnAnalyserWasAskedAbout() throws Exception {
    gate = new CountDownLatch(1);
    int total = scene.frames().size();
    List<PolicyRecord> policies = policies("default", "{\"analysers\": [\"broken\"]}");
    try (Answers answers = new Answers();
        ListJob job =
            startHeld(scene.frames(), policies, Pace.halt(), Trap.onceAt(total / 2), answers)) {
      Pace.allow(total / 3);
      job.await(() -> answers.frames() == total / 3);
      job.checkpoint();
      Pace.allow(2L * total);
      job.await(() -> answers.frames() == total);
      gate.countDown();
      job.await(() -> idsOf(answers, BROKEN).equals(usableFaces(answers, BROKEN)));
      assertThat(Trap.passed()).as("frames read again").isGreaterThan(total);
    }
  }

  private ListJob start(
      List<RawFrame> frames,
      List<PolicyRecord> policies,
      Trap trap,
      Answers answers,
      String... further)
      throws Exception {
    List<String> options = new ArrayList<>(OPTIONS);
    options.addAll(List.of(further));
    return ListJob.start(
        cluster,
        2,
        folder,
        null,
        new ListSources(frames, scene.gallery(), policies, RateLimiterStrategy.noOp(), trap),
        answers,
        options.toArray(String[]::new));
  }

  private ListJob startHeld(
      List<RawFrame> frames,
      List<PolicyRecord> policies,
      RateLimiterStrategy<?> pace,
      Trap trap,
      Answers answers)
      throws Exception {
    List<String> options = new ArrayList<>(OPTIONS);
    options.addAll(List.of(declared(BROKEN)));
    AnalyserOpener held = AnalysersOnListsITCase::openWhenTold;
    return ListJob.start(
        cluster,
        2,
        folder,
        null,
        new ListSources(frames, scene.gallery(), policies, pace, trap),
        answers,
        held,
        options.toArray(String[]::new));
  }

  private static io.facestream.vision.analyse.FaceAnalyser openWhenTold(AnalyserModel model) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new VisionException("it was held, and is none");
  }

  private String[] declared(String name) throws Exception {
    Path file =
        name.equals(NAME)
            ? DeclaredAnalysers.ageAndGender(folder)
            : DeclaredAnalysers.broken(folder, name);
    return new String[] {"--analyser-file", file.toString(), "--analysers", name};
  }

  /** The threshold of all, and what else is laid down: key, value, key, value. */
  private static List<PolicyRecord> policies(String... keysAndValues) {
    List<PolicyRecord> policies = new ArrayList<>();
    policies.add(policy(0, "watchlist/guests", "{\"threshold\": 0.7}"));
    for (int i = 0; i < keysAndValues.length; i += 2) {
      policies.add(policy(1 + i / 2, keysAndValues[i], keysAndValues[i + 1]));
    }
    return policies;
  }

  /** The first picture of the scene, which shows somebody, handed in. */
  private static RawFrame request(String id, long offset, FrameRequest request) {
    RawFrame shown = scene.frames().get(0);
    return new RawFrame(
        0,
        offset,
        shown.capturedAtMillis(),
        "desk".getBytes(StandardCharsets.UTF_8),
        null,
        "desk",
        -1,
        request,
        shown.picture());
  }

  /** Ids of what an analyser must say: of the usable faces of its frames. */
  private static Set<String> usableFaces(Answers answers, String analyser) {
    Set<String> ids = new TreeSet<>();
    for (Timed timed : answers.verdicts()) {
      Verdict verdict = timed.verdict();
      if (verdict.frame().analysers() != null) {
        for (int i = 0; i < verdict.faces().size(); i++) {
          Face face = verdict.faces().get(i);
          if (face.outcome() != FaceOutcome.REJECTED) {
            ids.add(Analysis.idOf(verdict.verdictId(), analyser, i));
          }
        }
      }
    }
    return ids;
  }

  private static List<Analysis> of(Answers answers, String analyser) {
    return answers.analyses().stream().filter(said -> said.analyser().equals(analyser)).toList();
  }

  private static Set<String> idsOf(Answers answers, String analyser) {
    return of(answers, analyser).stream()
        .map(Analysis::analysisId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void requireSameFaces(Analysis told, Answers answers) {
    Verdict verdict =
        answers.verdicts().stream()
            .map(Timed::verdict)
            .filter(answer -> answer.verdictId().equals(told.frameId()))
            .findFirst()
            .orElseThrow();
    assertThat(told.faces())
        .isNotEmpty()
        .extracting(AnalysedFace::box)
        .isEqualTo(verdict.faces().stream().map(Face::box).toList());
    assertThat(told.faces())
        .extracting(AnalysedFace::landmarks)
        .isEqualTo(verdict.faces().stream().map(Face::landmarks).toList());
  }

  private static Set<String> inWords(Answers answers) {
    return answers.peopleByFrame().entrySet().stream()
        .map(Object::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> alertsOf(Answers answers) {
    return answers.alerts().stream()
        .map(alert -> alert.alertId() + " " + alert.face() + " " + alert.match())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static long matchesOf(Answers answers) {
    return answers.verdicts().stream()
        .filter(timed -> timed.verdict().outcome() == io.facestream.wire.Outcome.MATCH)
        .map(timed -> timed.verdict().verdictId())
        .distinct()
        .count();
  }
}
