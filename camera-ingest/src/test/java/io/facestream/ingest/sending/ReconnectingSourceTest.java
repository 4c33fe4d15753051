package io.facestream.ingest.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.ingest.camera.FrameSources;
import io.facestream.ingest.sending.ReconnectingSource.Pauses;
import io.facestream.ingest.source.SourceOptions;
import io.facestream.ingest.testing.MjpegServer;
import io.facestream.ingest.testing.RtspServer;
import io.facestream.ingest.testing.Videos;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReconnectingSourceTest {
  private static final Pauses SHORT =
      new Pauses(Duration.ofMillis(10), Duration.ofMillis(300), Duration.ZERO);
  private final LongAdder reconnects = new LongAdder();

  @Test
  void shouldConnectAgainWheneverTheCameraHangsUp() throws Exception {
    List<Integer> numbers = new ArrayList<>();
    try (MjpegServer camera = new MjpegServer().cuttingAfter(4);
        ReconnectingSource source = source(() -> FrameSources.open(camera.url()))) {
      for (int i = 0; i < 12; i++) {
        numbers.add(Videos.numberIn(source.next().picture()));
      }
      assertThat(camera.connections()).isEqualTo(3);
    }
    assertThat(numbers).isEqualTo(IntStream.range(0, 12).boxed().toList());
    assertThat(reconnects.sum()).isEqualTo(2);
  }

  @Test
  void shouldConnectAgainWhenTheCameraFallsSilent() throws Exception {
    SourceOptions impatient = new SourceOptions(0, 0, 95, Duration.ofSeconds(1));
    try (MjpegServer camera = new MjpegServer().silentAfter(2);
        ReconnectingSource source = source(() -> FrameSources.open(camera.url(), impatient))) {
      for (int i = 0; i < 4; i++) {
        source.next();
      }
      assertThat(camera.connections()).isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void shouldConnectAgainOverRtsp() throws Exception {
    try (RtspServer camera = new RtspServer(30, false);
        ReconnectingSource source = source(() -> FrameSources.open(camera.url()))) {
      int last = -1;
      while (reconnects.sum() < 2) {
        int number = Videos.numberIn(source.next().picture());
        assertThat(number).isGreaterThan(last);
        last = number;
      }
      assertThat(camera.connections()).isEqualTo(3);
    }
  }

  @Test
  void shouldAskACameraThatHangsUpAfterEachPictureNoMoreOftenThanItsRate() throws Exception {
    try (MjpegServer camera = new MjpegServer().cuttingAfter(1);
        ReconnectingSource source =
            source(() -> FrameSources.open(camera.url()), SHORT.apart(0.2))) {
      long begun = System.nanoTime();
      for (int i = 0; i < 4; i++) {
        source.next();
      }
      // A slow machine only makes it longer.
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isGreaterThanOrEqualTo(Duration.ofMillis(600));
      assertThat(camera.connections()).isEqualTo(4);
    }
  }

  @Test
  void shouldNeverGiveUp() throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    Pauses tiny = new Pauses(Duration.ofMillis(10), Duration.ofMillis(20), Duration.ZERO);
    try (MjpegServer camera = new MjpegServer();
        ReconnectingSource source =
            source(
                () -> {
                  if (attempts.incrementAndGet() < 20) {
                    throw new IOException("nobody there");
                  }
                  return FrameSources.open(camera.url());
                },
                tiny)) {
      assertThat(source.awayFor()).isPositive();
      assertThat(source.next()).isNotNull();
      assertThat(attempts).hasValue(20);
      assertThat(source.awayFor()).isZero();
    }
    assertThat(reconnects.sum()).isZero();
  }

  @Test
  void shouldGiveUpWhenClosed() throws Exception {
    ReconnectingSource source = source(() -> FrameSources.open("rtsp://127.0.0.1:1/stream"));
    Thread closer =
        new Thread(
            () -> {
              while (source.awayFor().toMillis() < 100) {
                Thread.onSpinWait();
              }
              source.close();
            });
    closer.start();
    assertThatThrownBy(source::next).isInstanceOf(IOException.class);
    closer.join();
  }

  private ReconnectingSource source(LoopingSource.Opener opener) {
    return source(opener, SHORT);
  }

  private ReconnectingSource source(LoopingSource.Opener opener, Pauses pauses) {
    LimitedLog silent = new LimitedLog(line -> {}, System::nanoTime);
    return new ReconnectingSource("lobby", opener, pauses, reconnects, silent);
  }
}
