package io.facestream.ingest.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.ingest.CameraIngest;
import io.facestream.ingest.camera.Camera;
import io.facestream.ingest.camera.Pace;
import io.facestream.ingest.testing.FramesTopic;
import io.facestream.ingest.testing.SharedBroker;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MetricsEndpointITCase {
  @TempDir Path folder;

  @Test
  void shouldTellWhatBecameOfEachCamerasPictures() throws Exception {
    FramesTopic topic = new FramesTopic(SharedBroker.get(), 1);
    Files.write(folder.resolve("1.jpg"), jpegOf(500));
    Files.write(folder.resolve("2.jpg"), jpegOf(300));
    Camera lobby = Camera.of("lobby", folder.toString()).withPace(Pace.NONE);
    try (CameraIngest ingest = new CameraIngest(List.of(lobby), topic.options());
        MetricsEndpoint endpoint =
            MetricsEndpoint.open(0, ingest::counters, ingest::refusedRecords)) {
      ingest.start();
      ingest.awaitEnd();

      assertThat(get(endpoint.port()))
          .contains("# TYPE facestream_camera_published_total counter\n")
          .contains("facestream_camera_published_total{camera=\"lobby\"} 2\n")
          .contains("facestream_camera_bytes_total{camera=\"lobby\"} 800\n")
          .contains("facestream_camera_dropped_total{camera=\"lobby\"} 0\n");
    }
  }

  @Test
  void shouldNameThePortThatIsTaken() {
    FramesTopic topic = new FramesTopic(SharedBroker.get(), 1);
    Camera lobby = Camera.of("lobby", folder.toString());
    try (CameraIngest ingest = new CameraIngest(List.of(lobby), topic.options());
        MetricsEndpoint first = MetricsEndpoint.open(0, ingest::counters, ingest::refusedRecords)) {
      assertThatThrownBy(() -> MetricsEndpoint.open(first.port(), ingest::counters, () -> 0))
          .isInstanceOf(MetricsPortException.class)
          .hasMessageContaining("Port " + first.port());
    }
  }

  private static String get(int port) throws Exception {
    URI page = URI.create("http://127.0.0.1:" + port + "/metrics");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
        .body();
  }

  private static byte[] jpegOf(int bytes) {
    byte[] picture = new byte[bytes];
    picture[0] = (byte) 0xFF;
    picture[1] = (byte) 0xD8;
    picture[2] = (byte) 0xFF;
    return picture;
  }
}
