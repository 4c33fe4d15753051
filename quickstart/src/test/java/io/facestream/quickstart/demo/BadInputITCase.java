package io.facestream.quickstart.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever lands on the topics, the job says what is wrong with it and goes on. */
@Timeout(180)
@ExtendWith(Stage.Hands.class)
class BadInputITCase {
  private static final String PACK = "builtin";

  @Test
  void shouldSetEachBadFrameAsideAndJudgeTheGoodOneAfterIt(Stage stage) throws Exception {
    Map<String, byte[]> bad = BadFrames.byName();
    try (Wire wire = new Wire(stage, PACK)) {
      for (var frame : bad.entrySet()) {
        wire.sendFrame(frame.getKey(), frame.getValue());
        wire.sendFrame("good-after-" + frame.getKey(), BadFrames.good());
      }

      assertThat(wire.frameReasons()).containsOnlyKeys(bad.keySet());
      assertThat(wire.frameReasons().values()).allSatisfy(BadInputITCase::isOneClearLine);
      assertThat(bad.keySet()).allMatch(name -> wire.hasJudged("good-after-" + name));
    }
  }

  @Test
  void shouldSetAFrameWithoutCameraAside(Stage stage) throws Exception {
    try (Wire wire = new Wire(stage, PACK)) {
      wire.sendFrame(null, BadFrames.good());
      wire.sendFrame("lobby", BadFrames.good());

      assertThat(wire.frameReasons()).containsOnlyKeys("null");
      assertThat(wire.frameReasons().get("null")).contains("key");
      assertThat(wire.hasJudged("lobby")).isTrue();
    }
  }

  @Test
  void shouldSetBadTemplatesAsideAndGoOnSearching(Stage stage) throws Exception {
    Map<String, byte[]> bad = BadTemplates.byTemplateId(PACK);
    try (Wire wire = new Wire(stage, PACK)) {
      for (var template : bad.entrySet()) {
        wire.sendBadTemplate(template.getKey(), template.getValue());
        wire.sendFrame("after-" + template.getKey().replace('/', '-'), BadFrames.good());
      }
      wire.sendBadTemplate("key-without-photo", BadTemplates.byTemplateId(PACK).get("eve/garbage"));

      assertThat(wire.templateReasons())
          .hasSize(bad.size() + 1)
          .containsKeys(bad.keySet().toArray(String[]::new));
      assertThat(wire.templateReasons().values()).allSatisfy(BadInputITCase::isOneClearLine);
      assertThat(wire.templateReasons().get("eve/other-model")).contains("some-other-model");
      assertThat(wire.frameReasons()).isEmpty();
    }
  }

  private static void isOneClearLine(String reason) {

    assertThat(reason).isNotBlank().doesNotContain("\n").hasSizeBetween(10, 300);
  }
}
