package io.facestream.quickstart.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.topics.TopicAdmin;
import io.facestream.job.metrics.JobMetric;
import io.facestream.onejvm.RunTopics;
import io.facestream.wire.Verdict;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What may become of the frames topic while a job reads it, or while it does not. */
@Tag("thorough")
@Timeout(300)
class FramesTopicITCase {
  private static final int PARTITION = 3;
  private static final int QUIET_PARTITION = 5;

  @RegisterExtension static final KillableCluster CLUSTER = new KillableCluster();

  @Test
  void shouldGoOnWithTheOldestFrameLeftAndCountThoseDeletedUnread() throws Exception {
    RunTopics topics = CLUSTER.newTopics();
    String[] fromTheLatest = {"--frames-from", "latest"};
    try (Inputs inputs = new Inputs(topics);
        Answers answers = new Answers(topics)) {
      String savepoint;
      try (TestJob job = CLUSTER.start(topics, 2, fromTheLatest)) {
        job.await(() -> job.sumOf(JobMetric.GATE_OPEN) == 2);
        inputs.sendFrame("door".getBytes(StandardCharsets.UTF_8), PARTITION);
        job.await(() -> answers.count() >= 1);
        savepoint = job.stopWithSavepoint(CLUSTER.folder());
      }
      for (int i = 1; i <= 5; i++) {
        inputs.sendFrame("door".getBytes(StandardCharsets.UTF_8), PARTITION);
      }
      for (int i = 0; i < 3; i++) {
        inputs.sendFrame("yard".getBytes(StandardCharsets.UTF_8), QUIET_PARTITION);
      }
      deleteBefore(topics, PARTITION, 4);
      deleteBefore(topics, QUIET_PARTITION, 2);
      try (TestJob job = CLUSTER.start(topics, 3, sources -> sources, savepoint, fromTheLatest)) {
        job.await(() -> answers.count() >= 4);
        assertThat(job.sumOf(JobMetric.FRAMES_LOST)).as("offsets 1 to 3, 0 and 1").isEqualTo(5);
      }
      assertThat(answers.ids())
          .containsExactlyInAnyOrder("door@3-0", "door@3-4", "door@3-5", "yard@5-2");
    }
  }

  @Test
  void shouldTellCamerasApartByTheBytesOfTheirKeys() throws Exception {
    RunTopics topics = CLUSTER.newTopics();
    List<byte[]> keys = List.of(number(1), number(2), number(0xfffe), number(0xffff));
    try (Inputs inputs = new Inputs(topics);
        Answers answers = new Answers(topics);
        TestJob job = CLUSTER.start(topics, 2)) {
      keys.forEach(key -> inputs.sendFrame(key, PARTITION));
      inputs.sendRubbish(number(0xfffd), PARTITION);
      job.await(() -> answers.count() >= 4 && answers.deadLetters().size() == 1);
      assertThat(answers.verdicts())
          .extracting(Verdict::cameraId)
          .doesNotHaveDuplicates()
          .contains("\\x00\\x00\\x00\\x00\\x00\\x00\\xff\\xfe");
      assertThat(answers.verdicts()).extracting(v -> v.frame().sequence()).containsOnly(0L);
      assertThat(answers.verdictKeys()).containsExactlyInAnyOrderElementsOf(keys);
      assertThat(answers.deadLetterKeys()).containsExactly(number(0xfffd));
    }
  }

  @Test
  void shouldRefuseHeadersAndKeysOutOfBoundsWithTheReason() throws Exception {
    RunTopics topics = CLUSTER.newTopics();
    try (Inputs inputs = new Inputs(topics);
        Answers answers = new Answers(topics);
        TestJob job = CLUSTER.start(topics, 1)) {
      byte[] door = "door".getBytes(StandardCharsets.UTF_8);
      inputs.sendFrame(door, 0, Map.of("facestream-request", "r".repeat(256), "ce_id", "\n"));
      inputs.sendFrame(door, 0, Map.of("facestream-request", "r".repeat(257)));
      inputs.sendFrame(door, 0, Map.of("facestream-request", "a\nb"));
      inputs.sendFrame(door, 0, Map.of("facestream-seq", "-1"));
      inputs.sendFrame("c".repeat(257).getBytes(StandardCharsets.UTF_8), 0);
      inputs.sendFrame(null, 0);
      job.await(() -> answers.count() >= 1 && answers.deadLetters().size() >= 5);
      assertThat(answers.ids()).containsExactly("door@0-0");
      assertThat(answers.deadLetters()).containsExactly("0-1", "0-2", "0-3", "0-4", "0-5");
      assertThat(answers.reasons())
          .satisfiesExactly(
              reason -> assertThat(reason).contains("has 257 bytes, at most 256 are taken"),
              reason -> assertThat(reason).contains("'a\\nb'"),
              reason -> assertThat(reason).contains("is '-1'; send the frame's number"),
              reason -> assertThat(reason).contains("camera id, has 257 bytes"),
              reason -> assertThat(reason).contains("has no key"));
    }
  }

  @Test
  void shouldReadPartitionsThatAreAddedWhileItRuns() throws Exception {
    RunTopics topics = CLUSTER.newTopics();
    try (Inputs inputs = new Inputs(topics);
        Answers answers = new Answers(topics);
        TestJob job = CLUSTER.start(topics, 2)) {
      inputs.sendFrames(1);
      job.await(() -> answers.count() >= 1);
      try (Admin admin = TopicAdmin.open(topics.connection())) {
        NewPartitions more = NewPartitions.increaseTo(17);
        admin.createPartitions(Map.of(topics.frames(), more, topics.gallery(), more)).all().get();
      }
      inputs.sendFrame("new".getBytes(StandardCharsets.UTF_8), 16);
      inputs.enrolInto(16);
      job.await(() -> answers.ids().contains("new@16-0") && job.sumOf(JobMetric.TEMPLATES) == 1);
    }
  }

  private static void deleteBefore(RunTopics topics, int partition, long offset) throws Exception {
    try (Admin admin = TopicAdmin.open(topics.connection())) {
      TopicPartition frames = new TopicPartition(topics.frames(), partition);
      admin.deleteRecords(Map.of(frames, RecordsToDelete.beforeOffset(offset))).all().get();
    }
  }

  private static byte[] number(long key) {
    return ByteBuffer.allocate(Long.BYTES).putLong(key).array();
  }
}
