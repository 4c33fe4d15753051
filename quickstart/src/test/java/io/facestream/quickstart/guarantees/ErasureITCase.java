package io.facestream.quickstart.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.gallery.GalleryTopic;
import io.facestream.gallery.GalleryEraser;
import io.facestream.job.metrics.JobMetric;
import io.facestream.onejvm.RunTopics;
import io.facestream.wire.Candidate;
import io.facestream.wire.Face;
import io.facestream.wire.Verdict;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is erased stays erased, whatever partition the erasure went to and whatever is compacted. */
@Tag("thorough")
@Timeout(300)
class ErasureITCase {
  private static final List<String> ADA =
      IntStream.rangeClosed(1, 6).mapToObj(photo -> "ada/" + photo).toList();

  @RegisterExtension static final KillableCluster CLUSTER = new KillableCluster();

  @Test
  void shouldNotBringBackWhoWasErasedInAnotherPartition() throws Exception {
    RunTopics topics = CLUSTER.newTopics();
    try (Inputs inputs = new Inputs(topics);
        CompactedGallery gallery = new CompactedGallery(topics);
        Answers answers = new Answers(topics)) {
      enrolAdaAndBen(inputs);
      try (TestJob job = CLUSTER.start(topics, 2, "--gallery-repair-after", "1s")) {
        job.await(() -> job.sumOf(JobMetric.TEMPLATES) == 7);
        for (String template : ADA) {
          int another = (gallery.partitionOf(template) + 1) % 4;
          gallery.send(another, template, null); // as kcat does, which hashes otherwise
        }
        job.await(() -> job.sumOf(JobMetric.TEMPLATES) == 1);
        job.await(() -> job.sumOf(JobMetric.GALLERY_REPAIRS) == 6);
        assertThat(job.sumOf(JobMetric.TEMPLATES_SPLIT)).isEqualTo(6);
        gallery.compactUntilGone("ada");
      }
      requireOnlyBen(topics, inputs, answers);
    }
  }

  @Test
  void shouldNotBringBackWhoWasEnrolledBeforePartitionsWereAdded() throws Exception {
    RunTopics topics = CLUSTER.newTopics();
    try (Inputs inputs = new Inputs(topics);
        CompactedGallery gallery = new CompactedGallery(topics);
        Answers answers = new Answers(topics)) {
      enrolAdaAndBen(inputs);
      gallery.addPartitions(9);
      GalleryTopic topic = new GalleryTopic(topics.connection(), topics.gallery());
      assertThat(GalleryEraser.of(topic).erase("ada")).hasSize(6);
      gallery.compactUntilGone("ada");
      requireOnlyBen(topics, inputs, answers);
    }
  }

  @Test
  void shouldNotBringBackWhoWasErasedWhileTheJobWasStopped() throws Exception {
    RunTopics topics = CLUSTER.newTopics();
    try (Inputs inputs = new Inputs(topics);
        CompactedGallery gallery = new CompactedGallery(topics);
        Answers answers = new Answers(topics)) {
      enrolAdaAndBen(inputs);
      String savepoint;
      try (TestJob job = CLUSTER.start(topics, 2)) {
        job.await(() -> job.sumOf(JobMetric.TEMPLATES) == 7);
        job.checkpoint(); // once it has passed, all tasks run and can be stopped
        savepoint = job.stopWithSavepoint(CLUSTER.folder());
      }
      GalleryTopic topic = new GalleryTopic(topics.connection(), topics.gallery());
      assertThat(GalleryEraser.of(topic).erase("ada")).hasSize(6);
      gallery.compactUntilGone("ada");
      inputs.sendFrames(16);
      try (TestJob job = CLUSTER.start(topics, 2, UnaryOperator.identity(), savepoint)) {
        job.await(() -> answers.count() >= 16);
        assertThat(job.sumOf(JobMetric.TEMPLATES_FORGOTTEN)).isEqualTo(6);
      }
      requireOnlyBen(answers);
    }
  }

  private static void enrolAdaAndBen(Inputs inputs) {
    ADA.forEach(inputs::enrolAs);
    inputs.enrolAs("ben/1");
  }

  /** Starts a job without state, which knows only what compaction has left. */
  private static void requireOnlyBen(RunTopics topics, Inputs inputs, Answers answers)
      throws Exception {
    inputs.sendFrames(16);
    try (TestJob job = CLUSTER.start(topics, 2)) {
      job.await(() -> answers.count() >= 16);
    }
    requireOnlyBen(answers);
  }

  private static void requireOnlyBen(Answers answers) {
    assertThat(answers.verdicts())
        .allSatisfy(verdict -> assertThat(peopleIn(verdict)).containsExactly("ben"));
  }

  private static Set<String> peopleIn(Verdict verdict) {
    return verdict.faces().stream()
        .map(Face::candidates)
        .flatMap(List::stream)
        .map(Candidate::personId)
        .collect(Collectors.toSet());
  }
}
