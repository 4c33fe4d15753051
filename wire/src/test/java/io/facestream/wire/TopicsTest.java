package io.facestream.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TopicsTest {

  @ParameterizedTest
  @FieldSource("io.facestream.wire.Topics#ALL")
  void shouldTakeThePicturesOf8MiB(TopicSpec topic) {
    int limit = Integer.parseInt(topic.allSettings().get("max.message.bytes"));
    assertThat(limit).isGreaterThan(8 * 1024 * 1024).isEqualTo(Topics.MAX_RECORD_BYTES);
  }

  static final List<TopicSpec> LAID_DOWN = List.of(Topics.GALLERY, Topics.POLICIES, Topics.CAMERAS);

  @ParameterizedTest
  @FieldSource("LAID_DOWN")
  void shouldKeepWhatIsLaidDownForEver(TopicSpec topic) {
    assertThat(topic.settings())
        .containsEntry("cleanup.policy", "compact")
        .doesNotContainKeys("retention.ms", "retention.bytes");
  }

  @ParameterizedTest
  @FieldSource("LAID_DOWN")
  void shouldLetTheBrokersClockOrderWhatIsLaidDown(TopicSpec topic) {
    assertThat(topic.settings()).containsEntry("message.timestamp.type", "LogAppendTime");
  }

  @Test
  void shouldGiveEachPolicyAndCameraAVersionByItsOffset() {
    assertThat(Topics.POLICIES.partitions()).isOne();
    assertThat(Topics.CAMERAS.partitions()).isOne();
  }

  @ParameterizedTest
  @FieldSource("io.facestream.wire.Topics#ALL")
  void shouldForgetEverythingElseInTime(TopicSpec topic) {
    if (!LAID_DOWN.contains(topic)) {
      assertThat(topic.settings()).containsEntry("cleanup.policy", "delete");
      assertThat(Long.parseLong(topic.settings().get("retention.ms"))).isPositive();
    }
  }

  @Test
  void shouldNameTheTopicsOfTheContract() {
    assertThat(Topics.ALL.stream().map(TopicSpec::name))
        .containsExactly(
            "frames",
            "gallery",
            "policies",
            "verdicts",
            "alerts",
            "sightings",
            "analyses",
            "frames.dlq",
            "gallery.dlq",
            "policies.dlq",
            "reviews",
            "cameras");
  }

  @Test
  void shouldKeepReviewsLongerThanWhatTheySpeakOf() {
    assertThat(Topics.USUAL.all()).as("of the job").doesNotContain(Topics.REVIEWS, Topics.CAMERAS);
    assertThat(retention(Topics.REVIEWS))
        .isGreaterThan(retention(Topics.ALERTS))
        .isGreaterThan(retention(Topics.SIGHTINGS));
  }

  private static long retention(TopicSpec topic) {
    return Long.parseLong(topic.settings().get("retention.ms"));
  }

  @Test
  void shouldChangeNameAndPartitionsOnly() {
    TopicSpec topic = Topics.GALLERY.named("people").withPartitions(7);
    assertThat(topic).isEqualTo(new TopicSpec("people", 7, Topics.GALLERY.settings()));
  }

  @Test
  void shouldNotChangeWithTheMapItWasMadeOf() {
    Map<String, String> settings = new HashMap<>(Map.of("cleanup.policy", "compact"));
    TopicSpec topic = new TopicSpec("t", 1, settings);
    settings.clear();
    assertThat(topic.settings()).isNotEmpty();
    assertThatThrownBy(() -> topic.settings().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
