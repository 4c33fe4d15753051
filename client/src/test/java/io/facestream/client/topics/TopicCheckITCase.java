package io.facestream.client.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.client.KafkaConnection;
import io.facestream.client.RequestFailedException;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.wire.TopicSpec;
import io.facestream.wire.Topics;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TopicCheckITCase {
  private static final short ALONE = 1;

  private static EmbeddedKafka broker;
  private static KafkaConnection connection;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedKafka.start();
    connection = KafkaConnection.to(broker.bootstrapServers());
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void shouldFindNothingAmissWithTopicsOfItsOwn() {
    TopicAdmin.createMissing(connection, ALONE, Topics.ALL);
    assertThat(TopicCheck.differences(connection, Topics.ALL)).isEmpty();
  }

  @Test
  void shouldNameWhatSomebodyElseSetOtherwise() {
    TopicSpec theirs = new TopicSpec("their-gallery", 2, Map.of("cleanup.policy", "delete"));
    TopicAdmin.createMissing(connection, ALONE, List.of(theirs));

    TopicSpec ours = Topics.GALLERY.named("their-gallery");
    assertThat(TopicCheck.differences(connection, List.of(ours)))
        .containsOnlyKeys("their-gallery")
        .hasEntrySatisfying(
            "their-gallery",
            lines ->
                assertThat(lines)
                    .containsExactlyInAnyOrder(
                        "partitions is 2, not 4",
                        "cleanup.policy is delete, not compact",
                        "message.timestamp.type is CreateTime, not LogAppendTime"));
  }

  @Test
  void shouldSayThatATopicIsMissing() {
    List<TopicSpec> missing = List.of(Topics.FRAMES.named("never-created"));
    assertThatThrownBy(() -> TopicCheck.differences(connection, missing))
        .isInstanceOf(RequestFailedException.class)
        .hasMessageStartingWith("Cannot describe topics");
  }
}
