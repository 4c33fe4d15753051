package io.facestream.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.ingest.camera.FrameSources;
import io.facestream.ingest.source.FrameSource;
import io.facestream.ingest.source.SourceOptions;
import io.facestream.ingest.testing.OddCamera;
import io.facestream.ingest.testing.OddCamera.Manner;
import io.facestream.ingest.testing.Videos;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class OddCameraTest {
  private static final SourceOptions IMPATIENT =
      new SourceOptions(0, 0, 95, Duration.ofMillis(500));

  static Stream<Manner> sendingPictures() {
    return Stream.of(Manner.values()).filter(Manner::sendsPictures);
  }

  @ParameterizedTest
  @MethodSource("sendingPictures")
  void shouldHandOutEveryPictureUntouched(Manner manner) throws Exception {
    List<String> skipped = new ArrayList<>();
    try (OddCamera camera = new OddCamera(manner);
        FrameSource source =
            FrameSources.open(camera.url(), SourceOptions.defaults(), skipped::add)) {
      for (int number = 0; number < 6; number++) {
        byte[] picture = source.next().picture();
        assertThat(Videos.numberIn(picture)).isEqualTo(number);
        if (manner != Manner.WITHOUT_END_MARK) {
          assertThat(picture).isEqualTo(Videos.encode(number, "jpg"));
        }
      }
      assertThat(camera.connections()).isEqualTo(1);
    }
    if (manner == Manner.WITH_TEXT) {
      assertThat(skipped).hasSize(6).containsOnly("a part that is no picture (text/plain)");
    } else {
      assertThat(skipped).isEmpty();
    }
  }

  @Test
  void shouldTellSilenceFromWhatIsNoPicture() throws Exception {
    assertThatThrownBy(() -> readOne(Manner.SILENT))
        .hasMessageContaining("sent nothing for 500 ms");
    assertThatThrownBy(() -> readOne(Manner.TEXT_ONLY))
        .hasMessageMatching(".* sent [0-9.]+ kB but no whole picture within 500 ms");
  }

  @Test
  void shouldSayThatAWebPageIsNoCamera() {
    assertThatThrownBy(() -> readOne(Manner.WEB_PAGE)).hasMessageContaining("answers with text");
  }

  private static void readOne(Manner manner) throws Exception {
    try (OddCamera camera = new OddCamera(manner);
        FrameSource source = FrameSources.open(camera.url(), IMPATIENT)) {
      source.next();
    }
  }
}
