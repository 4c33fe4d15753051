package io.facestream.job.lists;

import static io.facestream.job.testing.ListedPolicies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.frames.RawFrame;
import io.facestream.job.gallery.GalleryRecord;
import io.facestream.job.policies.PolicyRecord;
import io.facestream.wire.Sighting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

/** Unknown people through the whole job, of whom it is known who was there when. */
@Tag("thorough")
@Timeout(300)
class UnknownOnListsITCase {
  private static final List<PolicyRecord> POLICIES = List.of(policy(0, "default", "{}"));

  private static MiniCluster cluster;
  private static DrawnStrangers rooms;
  private static List<RawFrame> frames;
  private static List<GalleryRecord> gallery;

  /** What the first run told. */
  private static Map<String, String> reference;

  @TempDir Path folder;

  @BeforeAll
  static void open() throws Exception {
    rooms = new DrawnStrangers();
    frames = rooms.frames();
    gallery = rooms.gallery();
    cluster = ListJob.clusterOf(4);
    cluster.start();
  }

  @AfterAll
  static void close() throws Exception {
    cluster.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1})
  void shouldTellEachVisitOfAStrangerOnceUnderTheIdOfTheDay(int parallelism) throws Exception {
    try (Answers answers = new Answers();
        ListJob job = start(parallelism, RateLimiterStrategy.noOp(), Trap.none(), answers)) {
      job.await(() -> answers.frames() == frames.size());
      requireTold(answers, job);
    }
  }

  @Test
  void shouldTellTheSameOverAFailure() throws Exception {
    try (Answers answers = new Answers();
        ListJob job = start(2, Pace.halt(), Trap.onceAt(frames.size() / 2), answers)) {
      Pace.allow(frames.size() / 3);
      job.await(() -> answers.frames() == frames.size() / 3);
      job.checkpoint();
      Pace.allow(2 * frames.size());
      job.await(() -> answers.frames() == frames.size());
      requireTold(answers, job);
      assertThat(Trap.passed()).as("frames read again").isGreaterThan(frames.size());
    }
  }

  private ListJob start(int parallelism, RateLimiterStrategy<?> pace, Trap trap, Answers answers)
      throws Exception {
    return ListJob.start(
        cluster,
        parallelism,
        folder,
        null,
        new ListSources(frames, gallery, POLICIES, pace, trap),
        answers,
        DrawnStrangers.SILENCE.toMillis(),
        "--unknown-after",
        DrawnStrangers.AFTER.toMillis() + "ms");
  }

  private static void requireTold(Answers answers, ListJob job) throws Exception {
    job.await(
        () ->
            answers.visitsAreOver()
                && (reference == null || answers.visits().size() >= reference.size()));
    List<Sighting> unknown =
        answers.visits().values().stream().filter(visit -> visit.unknown() != null).toList();
    rooms.requireTold(unknown);
    assertThat(answers.visits())
        .as("people enrolled have visits, too")
        .hasSizeGreaterThan(unknown.size());
    assertThat(answers.alerts()).noneMatch(alert -> alert.match() == null);
    Map<String, String> told = new TreeMap<>();
    answers
        .visits()
        .forEach(
            (id, visit) ->
                told.put(id, visit.firstSeen() + " " + visit.lastSeen() + " " + visit.frames()));
    if (reference == null) {
      reference = told;
    }
    assertThat(told).as("the same in every run").isEqualTo(reference);
  }
}
