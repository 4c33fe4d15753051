package io.facestream.job.lists;

import static io.facestream.job.testing.ListedPolicies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.frames.RawFrame;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Of drawn rooms it is known who was there when: each visit is told, once, also when the job fails
 * meanwhile.
 */
@Tag("thorough")
@Timeout(300)
class VisitsOnListsITCase {
  private static MiniCluster cluster;
  private static DrawnVisits crowd;
  private static List<RawFrame> crowdFrames;

  @TempDir Path folder;

  @BeforeAll
  static void open() throws Exception {
    crowd = DrawnVisits.toEightRooms();
    crowdFrames = crowd.frames();
    cluster = ListJob.clusterOf(4);
    cluster.start();
  }

  @AfterAll
  static void close() throws Exception {
    cluster.close();
  }

  @Test
  void shouldTellEachVisitToADrawnRoomOnceOverAFailure() throws Exception {
    DrawnVisits room = DrawnVisits.toOneRoom();
    requireToldOverAFailure(2, room, room.frames());
  }

  /** Eight cameras, fifty people, ten of them enrolled. */
  @ParameterizedTest
  @ValueSource(ints = {4})
  void shouldTellEachVisitOfACrowdOnceOverAFailureAtAnyParallelism(int parallelism)
      throws Exception {
    requireToldOverAFailure(parallelism, crowd, crowdFrames);
  }

  private void requireToldOverAFailure(int parallelism, DrawnVisits drawn, List<RawFrame> frames)
      throws Exception {
    ListSources sources =
        new ListSources(
            frames,
            drawn.gallery(),
            List.of(policy(0, "default", "{\"threshold\": 0.7}")),
            Pace.halt(),
            Trap.onceAt(frames.size() / 2));
    try (Answers answers = new Answers();
        ListJob job =
            ListJob.start(
                cluster,
                parallelism,
                folder,
                null,
                sources,
                answers,
                DrawnVisits.SILENCE.toMillis())) {
      Pace.allow(frames.size() / 3);
      job.await(() -> answers.frames() == frames.size() / 3);
      job.checkpoint();
      Pace.allow(2L * frames.size());
      job.awaitEndOf(frames.size(), answers);
      assertThat(Trap.passed()).as("frames read again").isGreaterThan(frames.size());
      drawn.requireTold(answers.visits().values());
    }
  }
}
