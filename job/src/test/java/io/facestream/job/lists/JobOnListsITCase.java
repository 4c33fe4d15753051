package io.facestream.job.lists;

import static io.facestream.job.testing.ListedPolicies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.frames.RawFrame;
import io.facestream.job.lists.Answers.Timed;
import io.facestream.job.policies.PolicyRecord;
import io.facestream.wire.Alert;
import io.facestream.wire.AppliedThreshold;
import io.facestream.wire.Candidate;
import io.facestream.wire.Face;
import io.facestream.wire.Outcome;
import io.facestream.wire.Sighting;
import io.facestream.wire.SightingKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole job in a cluster of this JVM, with lists instead of topics. */
@Timeout(300)
class JobOnListsITCase {
  private static final RateLimiterStrategy<?> UNHURRIED = RateLimiterStrategy.noOp();

  private static MiniCluster cluster;
  private static SceneFrames scene;

  /** The strictest list decides; what is no policy changes nothing. */
  private static final List<PolicyRecord> POLICIES =
      List.of(
          policy(0, "default", "{\"threshold\": 1}"),
          policy(1, "watchlist/guests", "{\"threshold\": 0.5, \"reviewRequired\": true}"),
          policy(2, "watchlist/vip", "{\"threshold\": 0.7}"),
          policy(3, "watchlist/vip", "{\"treshold\": 1}"));

  /** Guests are looked for at two cameras alone. */
  private static final List<PolicyRecord> SCOPED =
      List.of(
          policy(0, "default", "{\"threshold\": 0.7}"),
          policy(1, "watchlist/guests", "{\"cameras\": [\"camera-0\", \"camera-3*\"]}"));

  /** What the first run said of the frames while guests were looked for there alone. */
  private static Map<String, List<String>> scopedReference;

  /** What the first run said of the frames. */
  private static Map<String, List<String>> reference;

  @TempDir Path folder;

  @BeforeAll
  static void open() throws Exception {
    scene = new SceneFrames(36);
    cluster = ListJob.clusterOf(4);
    cluster.start();
  }

  @AfterAll
  static void close() throws Exception {
    cluster.close();
  }

  @Tag("thorough")
  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void shouldAnswerEachCamerasFramesInOrderAtAnyParallelism(int parallelism) throws Exception {
    try (Answers answers = new Answers();
        ListJob job = start(parallelism, null, sources(UNHURRIED, Trap.none()), answers)) {
      job.await(() -> answers.frames() == scene.frames().size());
      requireComplete(answers, job);
      assertThat(answers.verdicts()).as("no repeats").hasSize(pictures().size());
      requireNoVisitOpenedTwice(answers);
      assertThat(answers.verdicts())
          .extracting(timed -> timed.verdict().outcome())
          .contains(Outcome.MATCH, Outcome.UNKNOWN, Outcome.NO_FACE);
      assertThat(answers.alerts())
          .extracting(Alert::alertId)
          .containsExactlyInAnyOrderElementsOf(
              answers.verdicts().stream()
                  .filter(timed -> timed.verdict().outcome() == Outcome.MATCH)
                  .map(timed -> timed.verdict().verdictId())
                  .toList());
    }
  }

  @Test
  void shouldKeepTheOrderOverAFailure() throws Exception {
    int total = scene.frames().size();
    try (Answers answers = new Answers();
        ListJob job = start(3, null, sources(Pace.halt(), Trap.onceAt(total / 2)), answers)) {
      Pace.allow(total / 3);
      job.await(() -> answers.frames() == total / 3);
      job.checkpoint();
      Pace.allow(2 * total);
      job.await(() -> answers.frames() == total);
      requireComplete(answers, job);
      assertThat(Trap.passed()).as("frames read again").isGreaterThan(total);
    }
  }

  @Test
  void shouldLookForPeopleAtTheCamerasOfTheirListAlone() throws Exception {
    try (Answers answers = new Answers();
        ListJob job = start(4, null, scoped(UNHURRIED, Trap.none()), answers)) {
      job.await(() -> answers.frames() == scene.frames().size());
      requireScope(answers);
    }
  }

  @Tag("thorough")
  @Test
  void shouldKeepToTheScopeOverAFailureAndWhileRescaled() throws Exception {
    int total = scene.frames().size();
    try (Answers answers = new Answers()) {
      String savepoint;
      try (ListJob job = start(2, null, scoped(Pace.halt(), Trap.onceAt(total / 2)), answers)) {
        Pace.allow(total / 3);
        job.await(() -> answers.frames() == total / 3);
        job.checkpoint();
        Pace.allow(total / 2);
        job.await(() -> answers.frames() > total / 2);
        savepoint = job.stopWithSavepoint(folder);
      }
      try (ListJob job = start(3, savepoint, scoped(UNHURRIED, Trap.none()), answers)) {
        job.await(() -> answers.frames() == total);
        requireScope(answers);
      }
    }
  }

  private static ListSources scoped(RateLimiterStrategy<?> pace, Trap trap) throws IOException {
    return new ListSources(scene.frames(), scene.galleryOn("guests", "vip"), SCOPED, pace, trap);
  }

  /** Guests, half of the gallery, were not even compared at the other cameras. */
  private static void requireScope(Answers answers) {
    for (Timed timed : answers.verdicts()) {
      boolean guests = Set.of("camera-0", "camera-3").contains(timed.verdict().cameraId());
      if (timed.verdict().gallery() != null) {
        assertThat(timed.verdict().gallery().templates()).isEqualTo(guests ? 4 : 2);
      }
      assertThat(timed.verdict().faces())
          .flatExtracting(Face::candidates)
          .extracting(Candidate::watchlist)
          .allMatch(list -> guests || list.equals("vip"));
    }
    assertThat(answers.alerts())
        .extracting(alert -> alert.cameraId() + " " + alert.match().watchlist())
        .contains("camera-0 guests", "camera-3 guests", "camera-1 vip")
        .doesNotContain("camera-1 guests");
    if (scopedReference == null) {
      scopedReference = answers.peopleByFrame();
    }
    assertThat(answers.peopleByFrame()).as("the same in every run").isEqualTo(scopedReference);
  }

  @Tag("thorough")
  @Test
  void shouldKeepTheOrderWhileRescaled() throws Exception {
    int total = scene.frames().size();
    try (Answers answers = new Answers()) {
      String savepoint = null;
      for (int parallelism : new int[] {2, 4}) {
        int before = answers.frames();
        try (ListJob job =
            start(parallelism, savepoint, sources(Pace.halt(), Trap.none()), answers)) {
          Pace.allow(total / 4);
          // Not the last of them: some are under way when the job is told to stop.
          job.await(() -> answers.frames() > before + total / 8);
          savepoint = job.stopWithSavepoint(folder);
        }
        assertThat(answers.frames()).isLessThanOrEqualTo(before + total / 4);
      }
      try (ListJob job = start(3, savepoint, sources(UNHURRIED, Trap.none()), answers)) {
        job.await(() -> answers.frames() == total);
        requireComplete(answers, job);
        assertThat(answers.verdicts()).as("no repeats").hasSize(pictures().size());
        requireNoVisitOpenedTwice(answers);
      }
    }
  }

  @Tag("thorough")
  @Test
  void shouldCarryEventTimeToTheVerdicts() throws Exception {
    try (Answers answers = new Answers();
        ListJob job = start(2, null, sources(Pace.halt(), Trap.none()), answers)) {
      Pace.allow(scene.frames().size() / 2);
      job.await(() -> answers.frames() == scene.frames().size() / 2);
      Pace.allow(scene.frames().size());
      job.await(() -> answers.frames() == scene.frames().size());
      List<Timed> verdicts = answers.verdicts();
      assertThat(verdicts)
          .allSatisfy(
              timed ->
                  assertThat(timed.timestamp())
                      .isEqualTo(timed.verdict().frame().capturedAt().toEpochMilli())
                      .as("a frame is not late")
                      .isGreaterThan(timed.watermark()))
          .anySatisfy(timed -> assertThat(timed.watermark()).isGreaterThan(SceneFrames.BEGIN));
    }
  }

  private ListJob start(int parallelism, String savepoint, ListSources sources, Answers answers)
      throws Exception {
    return ListJob.start(
        cluster, parallelism, folder, savepoint, sources, answers, SceneFrames.SILENCE_MILLIS);
  }

  private static ListSources sources(RateLimiterStrategy<?> pace, Trap trap) {
    return new ListSources(scene.frames(), scene.gallery(), POLICIES, pace, trap);
  }

  /** Every frame is answered, in the order of its camera, and the same at every parallelism. */
  private static void requireComplete(Answers answers, ListJob job) throws Exception {
    Map<String, List<Long>> expected =
        pictures().stream()
            .sorted(Comparator.comparingLong(RawFrame::offset))
            .collect(
                Collectors.groupingBy(
                    RawFrame::cameraId,
                    TreeMap::new,
                    Collectors.mapping(RawFrame::offset, Collectors.toList())));
    assertThat(answers.offsetsByCamera()).isEqualTo(expected);
    assertThat(answers.deadLetters()).hasSize(scene.frames().size() - pictures().size());
    if (reference == null) {
      reference = answers.peopleByFrame();
    }
    assertThat(answers.peopleByFrame()).as("the same in every run").isEqualTo(reference);
    requireCarried(answers);
    requireAllWatchlists(answers);
    requirePolicies(answers);
    requireVisits(answers, job);
  }

  /** From the first frame on, whichever came sooner. */
  private static void requirePolicies(Answers answers) {
    assertThat(answers.verdicts())
        .flatExtracting(timed -> timed.verdict().faces())
        .extracting(Face::threshold)
        .containsOnly(AppliedThreshold.fixed("watchlist/vip", 0.7, 2L));
    assertThat(answers.alerts()).allMatch(alert -> alert.match().reviewRequired());
    assertThat(answers.policyDeadLetters()).containsExactly("0-3");
  }

  /** The visits are those that the verdicts come to, and all are over with the frames. */
  private static void requireVisits(Answers answers, ListJob job) throws Exception {
    Map<String, String> expected =
        VisitsOfVerdicts.of(answers.verdicts(), SceneFrames.SILENCE_MILLIS);
    job.await(() -> answers.visitsAreOver() && answers.visits().size() >= expected.size());
    Map<String, String> told = new TreeMap<>();
    answers
        .visits()
        .forEach(
            (id, visit) ->
                told.put(
                    id,
                    VisitsOfVerdicts.inWords(
                        visit.firstSeen(),
                        visit.lastSeen(),
                        visit.frames(),
                        visit.best().similarity())));
    assertThat(told).hasSizeGreaterThan(12).isEqualTo(expected);
  }

  private static void requireNoVisitOpenedTwice(Answers answers) {
    assertThat(answers.sightings())
        .filteredOn(step -> step.kind() == SightingKind.OPEN)
        .extracting(Sighting::sightingId)
        .doesNotHaveDuplicates();
  }

  /** Some of the faces are recognised without a search of their own. */
  private static void requireCarried(Answers answers) {
    assertThat(answers.verdicts())
        .flatExtracting(timed -> timed.verdict().faces())
        .anySatisfy(
            face -> {
              assertThat(face.match()).isNotNull();
              assertThat(face.carriedFrom()).isNotNull();
              assertThat(face.candidates()).isEmpty();
            });
  }

  private static void requireAllWatchlists(Answers answers) {
    assertThat(answers.alerts())
        .extracting(alert -> alert.match().watchlists())
        .containsOnly(SceneFrames.WATCHLISTS);
    assertThat(answers.verdicts())
        .flatExtracting(timed -> timed.verdict().faces())
        .flatExtracting(Face::candidates)
        .extracting(Candidate::watchlists)
        .containsOnly(SceneFrames.WATCHLISTS);
  }

  private static List<RawFrame> pictures() {
    return scene.frames().stream().filter(frame -> frame.picture().length > 3).toList();
  }
}
