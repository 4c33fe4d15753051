package io.facestream.quickstart.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.metrics.JobMetric;
import io.facestream.onejvm.RunTopics;
import io.facestream.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Topics that somebody else made, and that take smaller records than ours do. */
@Tag("thorough")
@Timeout(300)
class SmallTopicsITCase {
  private static final byte[] DOOR = "door".getBytes(StandardCharsets.UTF_8);
  private static final Map<String, String> LONG_REQUEST =
      Map.of("facestream-request", "r".repeat(256));

  /** A frame's verdict without candidates fits, but not beside the longest request id. */
  private static final int VERDICT_LIMIT = 1_050;

  private static final int KAFKA_DEFAULT = 1_048_588;

  @RegisterExtension static final KillableCluster CLUSTER = new KillableCluster();

  @ParameterizedTest
  @ValueSource(strings = {"at-least-once", "exactly-once"})
  void shouldReduceWhatATopicDoesNotTakeAndNeverFail(String delivery) throws Exception {
    RunTopics topics = CLUSTER.newTopics();
    limit(topics, topics.verdicts(), VERDICT_LIMIT);
    limit(topics, topics.framesDlq(), KAFKA_DEFAULT);
    try (Inputs inputs = new Inputs(topics);
        Answers answers = new Answers(topics)) {
      inputs.enrol(50);
      inputs.sendFrame(DOOR, 0);
      inputs.sendFrame(DOOR, 0, LONG_REQUEST);
      inputs.sendRubbish(DOOR, 0, Topics.MAX_FRAME_BYTES);
      inputs.sendFrame(DOOR, 0);
      try (TestJob job = CLUSTER.start(topics, 1, "--delivery", delivery)) {
        job.await(() -> answers.count() >= 2 && answers.deadLetters().size() >= 2);
        assertThat(job.sumOf(JobMetric.VERDICTS_REDUCED)).isEqualTo(3);
        assertThat(job.sumOf(JobMetric.VERDICTS_REFUSED)).isEqualTo(1);
        assertThat(job.restarts()).isZero();
      }
      assertThat(answers.ids()).containsExactly("door@0-0", "door@0-3");
      assertThat(answers.verdicts())
          .allSatisfy(
              verdict -> {
                assertThat(verdict.reduced()).isEqualTo("attributes, candidates");
                assertThat(verdict.faces()).hasSize(1);
              });
      assertThat(answers.deadLetters()).containsExactlyInAnyOrder("0-1", "0-2");
      assertThat(answers.reasons())
          .anySatisfy(
              reason ->
                  assertThat(reason)
                      .contains("takes records of " + VERDICT_LIMIT)
                      .contains("raise its max.message.bytes"));
      assertThat(answers.truncated()).containsExactly(Integer.toString(Topics.MAX_FRAME_BYTES));
    }
  }

  private static void limit(RunTopics topics, String topic, int bytes) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    AlterConfigOp set =
        new AlterConfigOp(
            new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(bytes)),
            AlterConfigOp.OpType.SET);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", topics.bootstrapServers()))) {
      admin.incrementalAlterConfigs(Map.of(resource, List.of(set))).all().get();
    }
  }
}
