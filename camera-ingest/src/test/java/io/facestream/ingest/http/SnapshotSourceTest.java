package io.facestream.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.sun.net.httpserver.HttpServer;
import io.facestream.ingest.camera.FrameSources;
import io.facestream.ingest.source.FrameSource;
import io.facestream.ingest.source.SourceListener;
import io.facestream.ingest.source.SourceOptions;
import io.facestream.ingest.testing.Videos;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SnapshotSourceTest {
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger notModified = new AtomicInteger();
  private final AtomicInteger unchanged = new AtomicInteger();
  private final Set<InetSocketAddress> callers = ConcurrentHashMap.newKeySet();
  private final SourceListener listener =
      new SourceListener() {
        @Override
        public void skipped(String what) {
          throw new AssertionError(what);
        }

        @Override
        public void unchanged() {
          unchanged.incrementAndGet();
        }
      };
  private HttpServer server;
  private boolean tagged;
  private String type = "image/jpeg";
  private boolean announced = true;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/snapshot.jpg",
        exchange -> {
          callers.add(exchange.getRemoteAddress());
          // Every third request sees another picture.
          int number = requests.getAndIncrement() / 3;
          String tag = "\"" + number + "\"";
          if (!type.isEmpty()) {
            exchange.getResponseHeaders().add("Content-Type", type);
          }
          if (tagged) {
            exchange.getResponseHeaders().add("ETag", tag);
          }
          if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            notModified.incrementAndGet();
            exchange.sendResponseHeaders(304, -1);
          } else {
            byte[] picture = Videos.encode(number, "jpg");
            exchange.sendResponseHeaders(200, announced ? picture.length : 0);
            exchange.getResponseBody().write(picture);
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  @Execution(CONCURRENT)
  void shouldAskOnceForEachPictureAndHandOutOnlyNewOnes() throws Exception {
    readFour(new SourceOptions(100, 0, 95, Duration.ofSeconds(10)));
    assertThat(notModified).hasValue(0);
  }

  @Test
  @Execution(CONCURRENT)
  void shouldAskWhetherThePictureHasChanged() throws Exception {
    tagged = true;
    readFour(new SourceOptions(100, 0, 95, Duration.ofSeconds(10)));
    assertThat(notModified).hasValue(6);
  }

  @Test
  @Execution(CONCURRENT)
  void shouldAskOnceASecondUnlessToldOtherwise() throws Exception {
    try (FrameSource source = open(SourceOptions.defaults())) {
      long begun = System.nanoTime();
      source.next();
      source.next();
      // Three periods lie between; a slow machine only makes it longer.
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isGreaterThan(Duration.ofMillis(2900));
      assertThat(requests).hasValue(4);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "image/jpeg, false",
    "application/octet-stream, true",
    "application/octet-stream, false",
    "text/plain, false",
    "'', true",
    "'', false"
  })
  @Execution(CONCURRENT)
  void shouldKnowOnePictureByItself(String named, boolean withLength) throws Exception {
    type = named;
    announced = withLength;
    readFour(new SourceOptions(100, 0, 95, Duration.ofSeconds(10)));
  }

  @Test
  @Execution(CONCURRENT)
  void shouldScaleDownWhenAsked() throws Exception {
    try (FrameSource source = open(new SourceOptions(100, 160, 95, Duration.ofSeconds(10)))) {
      assertThat(Videos.read(source.next().picture()).getWidth()).isEqualTo(160);
      assertThat(source.live()).isTrue();
    }
  }

  private void readFour(SourceOptions options) throws Exception {
    try (FrameSource source = open(options)) {
      for (int number = 0; number < 4; number++) {
        assertThat(source.next().picture()).isEqualTo(Videos.encode(number, "jpg"));
      }
      assertThat(requests).hasValue(10);
      assertThat(unchanged).hasValue(6);
      assertThat(callers).as("connections").hasSize(1);
    }
  }

  private FrameSource open(SourceOptions options) throws Exception {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/snapshot.jpg";
    return FrameSources.open(url, options, listener);
  }
}
