package io.facestream.quickstart.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.onejvm.RunTopics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A job with {@code --delivery exactly-once} whose TaskManager dies under load. */
@Timeout(300)
class ExactlyOnceITCase {
  private static final int FRAMES = 300;
  private static final int BAD_FRAMES = 40;

  @RegisterExtension static final KillableCluster CLUSTER = new KillableCluster();

  @Test
  void shouldShowEachAnswerOnceToReadersOfCommittedRecords() throws Exception {
    RunTopics topics = CLUSTER.newTopics();
    try (Inputs inputs = new Inputs(topics);
        Answers answers = new Answers(topics)) {
      inputs.enrol(10);
      inputs.sendFrames(FRAMES / 2);
      inputs.sendRubbish(BAD_FRAMES);
      inputs.sendFrames(FRAMES / 2);
      // Everybody is a match, so every frame raises an alert.
      try (TestJob job =
          CLUSTER.start(topics, 2, "--delivery", "exactly-once", "--threshold", "-1")) {
        job.await(() -> answers.count() > FRAMES / 6);
        int before = answers.count();
        CLUSTER.killTaskManager();
        job.await(() -> answers.count() > before + FRAMES / 6);
        CLUSTER.killTaskManager();
        job.await(
            () ->
                answers.count() >= FRAMES
                    && answers.alertIds().size() >= FRAMES
                    && answers.deadLetters().size() >= BAD_FRAMES);
        // Nothing more may come with the checkpoints that follow.
        job.checkpoint();
        job.checkpoint();
      }
      assertThat(answers.ids()).hasSize(FRAMES).doesNotHaveDuplicates();
      assertThat(answers.offsetsByCamera().values())
          .allSatisfy(seen -> assertThat(seen).isSorted());
      assertThat(answers.alertIds()).containsExactlyInAnyOrderElementsOf(answers.ids());
      assertThat(answers.deadLetters()).hasSize(BAD_FRAMES).doesNotHaveDuplicates();
    }
  }
}
