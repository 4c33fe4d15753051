package io.facestream.quickstart.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.onejvm.RunTopics;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order in which a camera's frames are answered on the topic, whatever happens to the job. */
@Tag("thorough")
@Timeout(300)
class OrderITCase {
  /** In each of three runs; one in five is no picture. */
  private static final int FRAMES = 100;

  @RegisterExtension static final KillableCluster CLUSTER = new KillableCluster();

  @ParameterizedTest
  @ValueSource(strings = {"at-least-once", "exactly-once"})
  void shouldAnswerEachCameraInOrderThroughAKillAndWhileRescaled(String delivery) throws Exception {
    RunTopics topics = CLUSTER.newTopics();
    try (Inputs inputs = new Inputs(topics);
        Answers answers = new Answers(topics)) {
      inputs.enrol(10);
      String savepoint = null;
      for (int run = 1; run <= 3; run++) {
        inputs.sendMixedFrames(FRAMES / 2);
        int parallelism = List.of(2, 4, 3).get(run - 1);
        int due = run * FRAMES;
        try (TestJob job = start(topics, parallelism, savepoint, delivery)) {
          if (run == 1) {
            job.await(() -> answered(answers) > FRAMES / 4);
            CLUSTER.killTaskManager();
          }
          inputs.sendMixedFrames(FRAMES / 2);
          job.await(() -> answered(answers) >= due);
          savepoint = job.stopWithSavepoint(CLUSTER.folder());
        }
      }
      assertThat(answers.offsetsByCamera().values())
          .hasSize(16)
          .allSatisfy(offsets -> assertThat(offsets).isSorted());
    }
  }

  private static TestJob start(RunTopics topics, int parallelism, String savepoint, String delivery)
      throws Exception {
    return CLUSTER.start(
        topics, parallelism, UnaryOperator.identity(), savepoint, "--delivery", delivery);
  }

  /** Frames with an answer, one way or the other. */
  private static int answered(Answers answers) {
    return new HashSet<>(answers.ids()).size() + new HashSet<>(answers.deadLetters()).size();
  }
}
