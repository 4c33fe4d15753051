package io.facestream.quickstart.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.metrics.JobMetric;
import io.facestream.onejvm.RunTopics;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What docs/metrics.md promises to dashboards. */
@Tag("thorough")
@Timeout(300)
class MetricsITCase {
  private static final int PARALLELISM = 2;
  private static final int FRAMES = 64;
  private static final int BAD_FRAMES = 3;
  private static final int PEOPLE = 100;

  @RegisterExtension static final KillableCluster CLUSTER = new KillableCluster();

  @Test
  void shouldReportEveryMetricOfTheCatalogueInEachSubtask() throws Exception {
    RunTopics topics = CLUSTER.newTopics();
    try (Inputs inputs = new Inputs(topics);
        Answers answers = new Answers(topics)) {
      inputs.enrol(PEOPLE);
      inputs.sendFrames(FRAMES);
      inputs.sendRubbish(BAD_FRAMES);
      try (TestJob job = CLUSTER.start(topics, PARALLELISM, "--threshold", "-1")) {
        job.await(() -> answers.count() >= FRAMES && answers.deadLetters().size() >= BAD_FRAMES);
        SoftAssertions.assertSoftly(
            softly -> {
              for (JobMetric metric : JobMetric.values()) {
                softly
                    .assertThat(job.valuesOf(metric))
                    .as(metric.operator() + " / " + metric.id())
                    .hasSize(subtasksOf(metric));
              }
            });
        requireRightNumbers(job);
        requireThoseOfFlink(job);
      }
    }
  }

  /** The policies are few, and one subtask reads them; analysers run where they are asked for. */
  private static int subtasksOf(JobMetric metric) {
    if (metric.operator().equals("Analyse NAME")) {
      return 0;
    }
    return metric.operator().equals("Check policies") ? 1 : PARALLELISM;
  }

  private static void requireRightNumbers(TestJob job) {
    assertThat(job.valuesOf(JobMetric.GATE_OPEN)).containsOnly(1L);
    assertThat(job.valuesOf(JobMetric.GALLERY_READY)).containsOnly(1L);
    assertThat(job.sumOf(JobMetric.FRAMES)).isEqualTo(FRAMES + BAD_FRAMES);
    assertThat(job.sumOf(JobMetric.FRAMES_DECODED)).isEqualTo(FRAMES);
    assertThat(job.sumOf(JobMetric.FRAMES_REFUSED)).isEqualTo(BAD_FRAMES);
    assertThat(job.sumOf(JobMetric.FACES_FOUND)).isEqualTo(FRAMES);
    assertThat(job.sumOf(JobMetric.FACES_EMBEDDED)).isEqualTo(FRAMES);
    assertThat(job.sumOf(JobMetric.DETECT_TIME)).isEqualTo(FRAMES);
    assertThat(job.sumOf(JobMetric.TEMPLATES)).isEqualTo(PEOPLE);
    assertThat(job.sumOf(JobMetric.TEMPLATES_ENROLLED)).isEqualTo(PEOPLE);
    assertThat(job.valuesOf(JobMetric.PROBES_SEARCHED)).containsOnly((long) FRAMES);
    assertThat(job.sumOf(JobMetric.VERDICTS_MATCH)).isEqualTo(FRAMES);
    assertThat(job.sumOf(JobMetric.END_TO_END_TIME)).isEqualTo(FRAMES);
    assertThat(job.sumOf(JobMetric.ALERTS)).isEqualTo(FRAMES);
  }

  /** The metrics of Flink and its connector that docs/metrics.md names beside ours. */
  private static void requireThoseOfFlink(TestJob job) {
    assertThat(job.valuesOf("Source: Read frames", "numRecordsOut")).isNotEmpty();
    assertThat(job.valuesOf("Source: Read frames", "pendingRecords")).hasSize(PARALLELISM);
    assertThat(job.valuesOf("Source: Read gallery", "pendingRecords")).hasSize(PARALLELISM);
    assertThat(job.valuesOf("Write verdicts: Writer", "numRecordsSend")).hasSize(PARALLELISM);
  }
}
