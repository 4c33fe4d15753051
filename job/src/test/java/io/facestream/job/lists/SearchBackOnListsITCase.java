package io.facestream.job.lists;

import static io.facestream.job.testing.ListedPolicies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.gallery.GalleryRecord;
import io.facestream.job.policies.PolicyRecord;
import io.facestream.wire.Sighting;
import io.facestream.wire.SightingKind;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody is enrolled when all frames have passed, and what is told then. */
@Tag("thorough")
@Timeout(300)
class SearchBackOnListsITCase {
  private static final RateLimiterStrategy<?> UNHURRIED = RateLimiterStrategy.noOp();
  private static final String LATE = "person-0";

  /** The second view must agree: tracks are judged as a whole, or it shows. */
  private static final List<PolicyRecord> POLICIES =
      List.of(policy(0, "default", "{\"threshold\": 0.7, \"confirm\": {\"views\": 2, \"of\": 3}}"));

  private static MiniCluster cluster;
  private static SceneFrames scene;

  /** The visits of whom is enrolled late, as they are told when enrolled from the start. */
  private static Map<String, Sighting> expected;

  @TempDir static Path referenceFolder;
  @TempDir Path folder;

  @BeforeEach
  void closeTheDoor() {
    Doorkeeper.close();
  }

  @BeforeAll
  static void open() throws Exception {
    scene = new SceneFrames(36);
    cluster = ListJob.clusterOf(4);
    cluster.start();
    expected = visitsOfWhomIsEnrolledFromTheStart();
  }

  @AfterAll
  static void close() throws Exception {
    cluster.close();
  }

  private static Map<String, Sighting> visitsOfWhomIsEnrolledFromTheStart() throws Exception {
    ListSources sources =
        new ListSources(scene.frames(), scene.gallery(), POLICIES, UNHURRIED, Trap.none());
    try (Answers answers = new Answers();
        ListJob job =
            ListJob.start(
                cluster, 2, referenceFolder, null, sources, answers, SceneFrames.SILENCE_MILLIS)) {
      job.await(() -> answers.frames() == scene.frames().size() && answers.visitsAreOver());
      Map<String, Sighting> visits = new TreeMap<>(answers.visits());
      visits.values().removeIf(visit -> !visit.person().personId().equals(LATE));
      assertThat(visits).hasSizeGreaterThan(5);
      assertThat(visits.values()).anyMatch(visit -> visit.frames() > 2);
      return visits;
    }
  }

  @Test
  void shouldTellWhatWouldHaveBeenTold() throws Exception {
    try (Answers answers = new Answers();
        ListJob job = start(4, null, UNHURRIED, Trap.none(), answers)) {
      job.await(() -> answers.frames() == scene.frames().size());
      Doorkeeper.open();
      requireExpected(answers, job);
      List<Sighting> told = retrospective(answers);
      assertThat(told).as("once").hasSize(expected.size());
      assertThat(told)
          .as("in the order of their time")
          .isSortedAccordingTo(Comparator.comparing(Sighting::firstSeen));
    }
  }

  @Test
  void shouldTellTheSameOverAFailure() throws Exception {
    int total = scene.frames().size();
    try (Answers answers = new Answers();
        ListJob job = start(3, null, Pace.halt(), Trap.onceAt(total / 2), answers)) {
      Pace.allow(total / 3);
      job.await(() -> answers.frames() == total / 3);
      job.checkpoint();
      Pace.allow(2 * total);
      job.await(() -> answers.frames() == total);
      assertThat(Trap.passed()).as("frames read again").isGreaterThan(total);
      Doorkeeper.open();
      requireExpected(answers, job);
    }
  }

  @Test
  void shouldTellTheSameWhileRescaled() throws Exception {
    int total = scene.frames().size();
    try (Answers answers = new Answers()) {
      String savepoint = null;
      for (int parallelism : new int[] {2, 4}) {
        int before = answers.frames();
        try (ListJob job = start(parallelism, savepoint, Pace.halt(), Trap.none(), answers)) {
          Pace.allow(total / 3);
          job.await(() -> answers.frames() > before + total / 6);
          savepoint = job.stopWithSavepoint(folder);
        }
      }
      try (ListJob job = start(1, savepoint, UNHURRIED, Trap.none(), answers)) {
        job.await(() -> answers.frames() == total);
        Doorkeeper.open();
        // Somewhere between the enrolment and its answers.
        savepoint = job.stopWithSavepoint(folder);
      }
      try (ListJob job = start(3, savepoint, UNHURRIED, Trap.none(), answers)) {
        requireExpected(answers, job);
      }
    }
  }

  private ListJob start(
      int parallelism, String savepoint, RateLimiterStrategy<?> pace, Trap trap, Answers answers)
      throws Exception {
    List<GalleryRecord> all = scene.gallery();
    ListSources sources =
        new ListSources(
            scene.frames(),
            all.subList(1, all.size()),
            POLICIES,
            pace,
            trap,
            List.of(again(all.get(0), all.size())));
    return ListJob.start(
        cluster,
        parallelism,
        folder,
        savepoint,
        sources,
        answers,
        SceneFrames.SILENCE_MILLIS,
        "--search-back",
        "1h");
  }

  /** A record at the end of its topic. */
  private static GalleryRecord again(GalleryRecord record, long offset) {
    return new GalleryRecord(
        record.partition(),
        offset,
        record.timestamp() + 60_000,
        record.key(),
        record.value(),
        GalleryRecord.NO_REPAIR);
  }

  private void requireExpected(Answers answers, ListJob job) throws Exception {
    job.await(() -> lastOf(retrospective(answers)).size() >= expected.size());
    assertThat(lastOf(retrospective(answers)))
        .as("but for the mark what would have been told then")
        .isEqualTo(expected);
  }

  private static List<Sighting> retrospective(Answers answers) {
    return answers.sightings().stream()
        .filter(sighting -> Boolean.TRUE.equals(sighting.retrospective()))
        .toList();
  }

  /** Of each visit what was told last. */
  private static Map<String, Sighting> lastOf(List<Sighting> told) {
    Map<String, Sighting> visits = new TreeMap<>();
    told.forEach(visit -> visits.put(visit.sightingId(), unmarked(visit)));
    return visits;
  }

  private static Sighting unmarked(Sighting visit) {
    assertThat(visit.kind()).isEqualTo(SightingKind.CLOSE);
    return new Sighting(
        visit.schema(),
        visit.sightingId(),
        visit.kind(),
        visit.cameraId(),
        visit.person(),
        visit.firstSeen(),
        visit.lastSeen(),
        visit.frames(),
        visit.best(),
        visit.tracks(),
        visit.moreTracks(),
        visit.models(),
        visit.reduced(),
        visit.unknown(),
        null);
  }
}
