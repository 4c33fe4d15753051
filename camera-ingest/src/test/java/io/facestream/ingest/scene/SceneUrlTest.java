package io.facestream.ingest.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SceneUrlTest {

  @Test
  void shouldHaveADefaultForEverything() {
    SceneOptions options = SceneUrl.parse("scene:");
    assertThat(options)
        .isEqualTo(
            new SceneOptions(
                7,
                4,
                2,
                false,
                640,
                360,
                10,
                Duration.ofSeconds(30),
                0,
                1,
                0,
                Duration.ofSeconds(9),
                90));
    assertThat(options.frames()).isEqualTo(300);
  }

  @Test
  void shouldReadWhatIsGiven() {
    SceneOptions options =
        SceneUrl.parse(
            "scene:?seed=-3&people=5&strangers=0&width=320&height=240&rate=2.5"
                + "&duration=2m&camera=3&cameras=4&crowd=1&visit=4500ms&quality=80");
    assertThat(options)
        .isEqualTo(
            new SceneOptions(
                -3,
                5,
                0,
                false,
                320,
                240,
                2.5,
                Duration.ofMinutes(2),
                3,
                4,
                1,
                Duration.ofMillis(4500),
                80));
    assertThat(options.frames()).isEqualTo(300);
  }

  @Test
  void shouldReadAnEndlessScene() {
    assertThat(SceneUrl.parse("scene:?duration=endless").frames()).isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "people=0     | people=0 must be a whole number from 1 to 10000",
        "width=12     | width=12 must be a whole number from 160 to 3840",
        "people=16    | people + strangers is 18, and only 16 drawn people are known to be unlike",
        "unverified=1 | unverified=1 must be true or false",
        "rate=fast    | rate=fast must be a number of frames per second from 0.1 to 240",
        "rate=NaN     | rate=NaN must be a number of frames per second from 0.1 to 240",
        "camera=1     | camera=1 must be a whole number from 0 to 0",
        "visit=1s     | visit=1s must be a time such as 30s, 5m or 1h, from 3.0s to 120s",
        "duration=-1s | duration=-1s must be a time such as 30s, 5m or 1h, from 0.1s to 604800s",
        "seeds=1      | 'seeds=1' is not name=value with a known name: camera, cameras",
        "seed         | 'seed' is not name=value with a known name",
      })
  void shouldNameTheWrongParameterAndItsRange(String query, String message) {
    assertThatThrownBy(() -> SceneUrl.parse("scene:?" + query))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }
}
