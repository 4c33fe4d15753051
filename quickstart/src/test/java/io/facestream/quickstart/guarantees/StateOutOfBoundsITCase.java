package io.facestream.quickstart.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.follow.TopicFollower;
import io.facestream.job.metrics.JobMetric;
import io.facestream.onejvm.RunTopics;
import io.facestream.wire.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A savepoint of the version without bounds holds the record that once ended all recognition. */
@Timeout(300)
class StateOutOfBoundsITCase {
  private static final int PEOPLE = 50;
  private static final int FRAMES = 32;

  @RegisterExtension static final KillableCluster CLUSTER = new KillableCluster();

  @Test
  void shouldDropItToTheDeadLettersAndJudge() throws Exception {
    RunTopics topics = CLUSTER.newTopics();
    List<String> letters = new CopyOnWriteArrayList<>();
    try (Inputs inputs = new Inputs(topics);
        CompactedGallery gallery = new CompactedGallery(topics);
        Answers answers = new Answers(topics);
        TopicFollower dlq =
            TopicFollower.start(
                topics.connection(),
                Duration.ofMillis(20),
                Map.of(topics.galleryDlq(), letter -> letters.add(lineOf(letter))))) {
      inputs.enrol(PEOPLE);
      gallery.send(null, "eve/1", inputs.entryNamed("eve", "\u0007".repeat(1_500_000)));
      String savepoint;
      try (TestJob earlier = CLUSTER.startEarlierVersion(topics, 2)) {
        earlier.await(() -> recordsRead(earlier) == PEOPLE + 1);
        earlier.checkpoint(); // all of its tasks run now
        savepoint = earlier.stopWithSavepoint(CLUSTER.folder());
      }
      inputs.sendFrames(FRAMES);
      try (TestJob job = CLUSTER.start(topics, 4, UnaryOperator.identity(), savepoint)) {
        job.await(() -> answers.count() >= FRAMES && !letters.isEmpty());
        assertThat(job.sumOf(JobMetric.TEMPLATES)).isEqualTo(PEOPLE);
        assertThat(job.sumOf(JobMetric.TEMPLATES_ENROLLED)).as("gallery read again").isZero();
      }
      assertThat(letters).singleElement().asString().startsWith("eve/1: ").contains("the name");
      assertThat(answers.ids()).hasSize(FRAMES).doesNotHaveDuplicates();
      assertThat(answers.verdicts())
          .allSatisfy(
              verdict -> assertThat(verdict.gallery().templates()).isEqualTo((long) PEOPLE));
    }
  }

  private static long recordsRead(TestJob earlier) {
    return earlier.valuesOf(EarlierVersion.READ, "numRecordsIn").stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  private static String lineOf(ConsumerRecord<byte[], byte[]> letter) {
    byte[] reason = letter.headers().lastHeader(DeadLetterHeaders.REASON).value();
    return new String(letter.key(), StandardCharsets.UTF_8)
        + ": "
        + new String(reason, StandardCharsets.UTF_8);
  }
}
