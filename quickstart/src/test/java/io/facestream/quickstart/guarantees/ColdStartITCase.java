package io.facestream.quickstart.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.metrics.JobMetric;
import io.facestream.onejvm.RunTopics;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gallery and more frames than memory should hold wait in Kafka when the job starts. */
@Tag("thorough")
@Timeout(300)
class ColdStartITCase {
  private static final int TEMPLATES = 10_000;
  private static final int FRAMES = 200;

  @RegisterExtension static final KillableCluster CLUSTER = new KillableCluster();

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void shouldJudgeEachFrameOnceAgainstTheWholeGalleryAndHoldNone(int parallelism) throws Exception {
    RunTopics topics = CLUSTER.newTopics();
    try (Inputs inputs = new Inputs(topics);
        Answers answers = new Answers(topics)) {
      inputs.enrol(TEMPLATES);
      inputs.sendFrames(FRAMES);
      try (TestJob job = CLUSTER.start(topics, parallelism)) {
        job.await(() -> answers.count() >= FRAMES);
        assertThat(job.valuesOf(JobMetric.HELD_FRAMES_PEAK)).hasSize(parallelism).containsOnly(0L);
      }
      requireOneVerdictEach(answers);
    }
  }

  @Test
  void shouldKeepFramesInKafkaOverAFailureWhileTheGalleryIsRead() throws Exception {
    RunTopics topics = CLUSTER.newTopics();
    try (Inputs inputs = new Inputs(topics);
        Answers answers = new Answers(topics)) {
      inputs.enrol(TEMPLATES);
      inputs.sendFrames(FRAMES);
      SlowGallery.slow(true);
      try (TestJob job = CLUSTER.start(topics, 2, SlowGallery::new, null)) {
        job.await(() -> job.sumOf(JobMetric.TEMPLATES) > 1_000);
        job.checkpoint();
        requireNothingRead(job);
        CLUSTER.killTaskManager();
        job.await(() -> job.sumOf(JobMetric.TEMPLATES) > 1_000);
        requireNothingRead(job);
        SlowGallery.slow(false);
        job.await(() -> answers.count() >= FRAMES);
        assertThat(job.valuesOf(JobMetric.HELD_FRAMES_PEAK)).containsOnly(0L);
      }
      requireOneVerdictEach(answers);
    } finally {
      SlowGallery.slow(false);
    }
  }

  @Test
  void shouldCloseTheGateAgainAfterAFailureOfAJobThatJudged() throws Exception {
    RunTopics topics = CLUSTER.newTopics();
    try (Inputs inputs = new Inputs(topics);
        Answers answers = new Answers(topics)) {
      inputs.enrol(1_000);
      inputs.sendFrames(20);
      try (TestJob job = CLUSTER.start(topics, 2, SlowGallery::new, null)) {
        job.await(() -> answers.count() >= 20);
        job.checkpoint();
        // What is new in the gallery when the job comes back belongs to its start.
        SlowGallery.slow(true);
        inputs.enrol(TEMPLATES);
        inputs.sendFrames(20);
        CLUSTER.killTaskManager();
        job.await(() -> job.valuesOf(JobMetric.GATE_OPEN).equals(List.of(0L, 0L)));
        job.checkpoint();
        requireNothingRead(job);
        SlowGallery.slow(false);
        job.await(() -> answers.ids().stream().distinct().count() >= 40);
        assertThat(job.valuesOf(JobMetric.HELD_FRAMES_PEAK)).containsOnly(0L);
      }
    } finally {
      SlowGallery.slow(false);
    }
  }

  private static void requireNothingRead(TestJob job) {
    assertThat(job.sumOf(JobMetric.GATE_OPEN)).isZero();
    assertThat(job.sumOf(JobMetric.FRAMES)).isZero();
    assertThat(job.sumOf(JobMetric.HELD_FRAMES_PEAK)).isZero();
  }

  private static void requireOneVerdictEach(Answers answers) {
    assertThat(answers.ids()).hasSize(FRAMES).doesNotHaveDuplicates();
    assertThat(answers.verdicts())
        .allSatisfy(
            verdict -> assertThat(verdict.gallery().templates()).isEqualTo((long) TEMPLATES));
  }
}
