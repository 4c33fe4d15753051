package io.facestream.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.facestream.ingest.camera.FrameSources;
import io.facestream.ingest.source.FrameSource;
import io.facestream.ingest.source.SourceFrame;
import io.facestream.ingest.source.SourceOptions;
import io.facestream.ingest.testing.MjpegServer;
import io.facestream.ingest.testing.Videos;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MjpegSourceTest {
  private static final SourceOptions IMPATIENT =
      new SourceOptions(0, 0, 95, Duration.ofMillis(500));

  @Test
  void shouldPassJpegsOnUntouched() throws Exception {
    try (MjpegServer camera = new MjpegServer();
        FrameSource source = FrameSources.open(camera.url())) {
      for (int number = 0; number < 5; number++) {
        SourceFrame frame = source.next();
        assertThat(frame.picture()).isEqualTo(Videos.encode(number, "jpg"));
        assertThat(frame.mediaTime()).isNull();
      }
      assertThat(source.live()).isTrue();
    }
  }

  @Test
  void shouldScaleDownWhenAsked() throws Exception {
    SourceOptions narrow = new SourceOptions(0, 160, 95, Duration.ofSeconds(10));
    try (MjpegServer camera = new MjpegServer();
        FrameSource source = FrameSources.open(camera.url(), narrow)) {
      assertThat(Videos.read(source.next().picture()).getWidth()).isEqualTo(160);
      assertThat(source.live()).isTrue();
    }
  }

  @Test
  void shouldCountSilenceAsLoss() throws Exception {
    try (MjpegServer camera = new MjpegServer().silentAfter(1);
        FrameSource source = FrameSources.open(camera.url(), IMPATIENT)) {
      source.next();
      assertThatThrownBy(source::next).hasMessageContaining("sent nothing for 500 ms");
    }
  }

  @Test
  void shouldCountSilenceAsLossWhenScalingToo() throws Exception {
    SourceOptions narrow = new SourceOptions(0, 160, 95, Duration.ofMillis(1500));
    try (MjpegServer camera = new MjpegServer().silentAfter(3)) {
      assertThatThrownBy(
              () -> {
                try (FrameSource source = FrameSources.open(camera.url(), narrow)) {
                  for (int i = 0; i < 4; i++) {
                    source.next();
                  }
                }
              })
          .hasMessageContaining("sent nothing for 1500 ms");
    }
  }

  @Test
  void shouldEndABlockedReadWhenClosed() throws Exception {
    try (MjpegServer camera = new MjpegServer().silentAfter(1)) {
      SourceOptions patient = new SourceOptions(0, 0, 95, Duration.ofSeconds(2));
      FrameSource source = FrameSources.open(camera.url(), patient);
      source.next();
      Thread closer = new Thread(source::close);
      closer.start();
      assertThatThrownBy(source::next).hasMessageContaining("closed");
      closer.join();
    }
  }

  @Test
  void shouldShowUserAndPasswordToTheCameraButNotInErrors() throws Exception {
    try (MjpegServer camera = new MjpegServer().protectedBy("admin:secret")) {
      String right = camera.url().replace("//", "//admin:secret@");
      try (FrameSource source = FrameSources.open(right)) {
        assertThat(Videos.numberIn(source.next().picture())).isZero();
      }
      assertThatThrownBy(() -> FrameSources.open(camera.url().replace("//", "//admin:wrong@")))
          .hasMessageContaining("403")
          .hasMessageNotContaining("wrong");
    }
  }

  @Test
  void shouldTellThePasswordToNoOtherHost() throws Exception {
    try (MjpegServer other = new MjpegServer().protectedBy("admin:secret")) {
      HttpServer camera =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      camera.createContext(
          "/",
          exchange -> {
            String elsewhere = other.url().replace("127.0.0.1", "localhost");
            String same = other.url();
            boolean away = exchange.getRequestURI().getPath().equals("/away");
            exchange.getResponseHeaders().add("Location", away ? elsewhere : same);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
          });
      camera.start();
      String url = "http://admin:secret@127.0.0.1:" + camera.getAddress().getPort();
      try (FrameSource source = FrameSources.open(url + "/here")) {
        assertThat(source.next()).isNotNull();
      }
      assertThatThrownBy(() -> FrameSources.open(url + "/away")).hasMessageContaining("403");
      camera.stop(0);
    }
  }

  @Test
  void shouldSayThatNobodyAnswers() {
    assertThatThrownBy(() -> FrameSources.open("http://127.0.0.1:1/stream"))
        .hasMessageContaining("http://127.0.0.1:1 cannot be reached");
  }

  @Test
  void shouldReadAFilmOverHttpToItsEnd(@TempDir Path folder) throws Exception {
    byte[] film = Files.readAllBytes(Videos.film(folder.resolve("film.mp4"), 10, 25));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/film.mp4",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "video/mp4");
          exchange.sendResponseHeaders(200, film.length);
          exchange.getResponseBody().write(film);
          exchange.close();
        });
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/film.mp4";
    try (FrameSource source = FrameSources.open(url)) {
      assertThat(source.live()).isFalse();
      int pictures = 0;
      while (source.next() != null) {
        pictures++;
      }
      assertThat(pictures).isEqualTo(10);
    } finally {
      server.stop(0);
    }
  }
}
