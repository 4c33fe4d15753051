package io.facestream.ingest.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.ingest.camera.FrameSources;
import io.facestream.ingest.source.FrameSource;
import io.facestream.ingest.source.SourceFrame;
import io.facestream.ingest.source.SourceOptions;
import io.facestream.ingest.testing.RtspServer;
import io.facestream.ingest.testing.Videos;
import io.facestream.wire.Addresses;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RtspTest {
  private static final SourceOptions IMPATIENT =
      new SourceOptions(0, 0, 95, Duration.ofMillis(1500));

  @Test
  void shouldReadThePicturesOfACamera() throws Exception {
    try (RtspServer camera = new RtspServer(Integer.MAX_VALUE, false);
        FrameSource source = FrameSources.open(camera.url())) {
      int first = Videos.numberIn(source.next().picture());
      for (int number = first + 1; number < first + 20; number++) {
        SourceFrame frame = source.next();
        assertThat(Videos.numberIn(frame.picture())).isEqualTo(number);
        assertThat(frame.mediaTime()).isNull();
      }
      assertThat(source.live()).isTrue();
    }
  }

  @Test
  void shouldCallItALossWhenTheCameraHangsUp() throws Exception {
    try (RtspServer camera = new RtspServer(30, false)) {
      assertThatThrownBy(() -> readOn(camera)).hasMessageContaining(Addresses.shown(camera.url()));
    }
  }

  @Test
  void shouldCallItALossWhenTheCameraFallsSilent() throws Exception {
    try (RtspServer camera = new RtspServer(30, true)) {
      assertThatThrownBy(() -> readOn(camera)).hasMessageContaining("sent nothing for 1500 ms");
    }
  }

  @Test
  void shouldEndABlockedReadWhenClosed() throws Exception {
    try (RtspServer camera = new RtspServer(30, true)) {
      FrameSource source = FrameSources.open(camera.url());
      Thread closer = new Thread(source::close);
      source.next();
      closer.start();
      assertThatThrownBy(
              () -> {
                while (true) {
                  source.next();
                }
              })
          .hasMessageContaining("closed");
      closer.join();
    }
  }

  @Test
  void shouldSayThatNobodyAnswers() {
    assertThatThrownBy(() -> FrameSources.open("rtsp://admin:secret@127.0.0.1:1/stream"))
        .hasMessage(
            "rtsp://127.0.0.1:1 cannot be opened: Connection refused"
                + " (FFmpeg: [tcp] Connection to (address) failed: Connection refused)");
  }

  @Test
  void shouldSayThatAWebcamIsNotThere() {
    assertThatThrownBy(() -> FrameSources.open("webcam:99"))
        .hasMessageStartingWith("webcam:99 ")
        .message()
        .hasLineCount(1);
  }

  private static void readOn(RtspServer camera) throws Exception {
    try (FrameSource source = FrameSources.open(camera.url(), IMPATIENT)) {
      while (source.next() != null) {
        // Until it fails.
      }
    }
  }
}
