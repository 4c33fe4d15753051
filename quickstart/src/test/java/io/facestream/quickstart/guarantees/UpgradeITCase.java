package io.facestream.quickstart.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.metrics.JobMetric;
import io.facestream.onejvm.RunTopics;
import io.facestream.wire.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A job that goes on from the savepoint of another one, with other options. */
@Timeout(300)
class UpgradeITCase {
  private static final int CAMERAS = 16;
  private static final int PEOPLE = 500;

  @RegisterExtension static final KillableCluster CLUSTER = new KillableCluster();

  @Test
  void shouldKeepGalleryAndNumberingOverAChangeOfOptionsAndParallelism() throws Exception {
    RunTopics topics = CLUSTER.newTopics();
    try (Inputs inputs = new Inputs(topics);
        Answers answers = new Answers(topics)) {
      inputs.enrol(PEOPLE);
      inputs.sendFrames(2 * CAMERAS);
      String savepoint;
      try (TestJob job = CLUSTER.start(topics, 2)) {
        job.await(() -> answers.count() >= 2 * CAMERAS);
        savepoint = job.stopWithSavepoint(CLUSTER.folder());
      }
      inputs.sendFrames(2 * CAMERAS);
      String[] changed = {
        "--delivery", "exactly-once", "--batch-probes", "1", "--buffer-timeout", "0ms"
      };
      try (TestJob job = CLUSTER.start(topics, 4, UnaryOperator.identity(), savepoint, changed)) {
        job.await(() -> answers.count() >= 4 * CAMERAS);
        assertThat(job.sumOf(JobMetric.TEMPLATES)).isEqualTo(PEOPLE);
        assertThat(job.sumOf(JobMetric.TEMPLATES_ENROLLED)).as("gallery read again").isZero();
      }
      assertThat(answers.verdicts())
          .allSatisfy(
              verdict -> assertThat(verdict.gallery().templates()).isEqualTo((long) PEOPLE));
      assertThat(answers.offsetsByCamera().values())
          .allSatisfy(seen -> assertThat(seen).isSorted());
      assertThat(sequencesByCamera(answers))
          .hasSize(CAMERAS)
          .allSatisfy(
              (camera, numbers) ->
                  assertThat(numbers)
                      .containsExactlyInAnyOrderElementsOf(
                          LongStream.range(0, 4).boxed().toList()));
    }
  }

  @Test
  void shouldStopWithASavepointWhileASingleCameraGoesOn() throws Exception {
    RunTopics topics = CLUSTER.newTopics();
    AtomicBoolean stopped = new AtomicBoolean();
    try (Inputs inputs = new Inputs(topics);
        Answers answers = new Answers(topics);
        TestJob job = CLUSTER.start(topics, 2)) {
      Thread camera = new Thread(() -> stream(inputs, stopped), "camera");
      camera.start();
      try {
        job.await(() -> answers.count() >= 10);
        assertThat(job.stopWithSavepoint(CLUSTER.folder())).isNotBlank();
      } finally {
        stopped.set(true);
        camera.join();
      }
    }
  }

  private static void stream(Inputs inputs, AtomicBoolean stopped) {
    while (!stopped.get()) {
      inputs.sendFrame("door".getBytes(StandardCharsets.UTF_8), 0);
    }
  }

  private static Map<String, List<Long>> sequencesByCamera(Answers answers) {
    return answers.verdicts().stream()
        .collect(
            Collectors.groupingBy(
                Verdict::cameraId,
                Collectors.mapping(verdict -> verdict.frame().sequence(), Collectors.toList())));
  }
}
