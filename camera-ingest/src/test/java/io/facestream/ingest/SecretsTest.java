package io.facestream.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.ingest.camera.Camera;
import io.facestream.ingest.camera.CamerasFile;
import io.facestream.ingest.camera.FrameSources;
import io.facestream.ingest.source.SourceOptions;
import io.facestream.ingest.source.SourceUrl;
import io.facestream.ingest.testing.HeardLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of a camera's address but its host comes out anywhere, whatever form the maker chose. */
class SecretsTest {
  /** Nobody listens there. */
  private static final String HOST = "127.0.0.1:1";

  private final StringWriter said = new StringWriter();
  private HeardLog log;

  @TempDir Path folder;

  @BeforeEach
  void listenToTheLog() {
    log = new HeardLog(said, "", Level.DEBUG);
  }

  @AfterEach
  void stopListening() {
    log.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rtsp://admin:S3cret@" + HOST + "/live",
        "rtsp://admin:S3cret/pw@" + HOST + "/live",
        "rtsp://admin:S3cret@pw@" + HOST + "/live",
        "rtsp://admin:S3cret#pw?x:y@" + HOST + "/live",
        "http://" + HOST + "/cgi/mjpg?usr=admin&pwd=S3cret",
        "rtsp://" + HOST + "/user=admin_password=S3cret_channel=1_stream=0.sdp",
        "rtsp://" + HOST + "/admin/S3cret/ch1",
        "HTTP://admin:S3cret@" + HOST + "/video?token=S3cret",
        "rtsp://admin:S3cret@[::1]:1/live",
        "http://admin:S3cret pw@" + HOST + "/live",
        "admin:S3cret@" + HOST + "/live",
        "camera.local/live?user=admin&password=S3cret",
        "ftp://admin:S3cret@" + HOST + "/live",
        "rtsp:///live?pwd=S3cret"
      })
  void shouldTellNoPassword(String url) throws Exception {
    tell(() -> SourceUrl.parse(url));
    tell(() -> Camera.of("lobby", url));
    tell(() -> Camera.of(url, url));
    tell(() -> FrameSources.open(url, impatient()));
    for (String list :
        List.of(
            "- id: lobby\n  url: '%s'",
            "- id: lobby\n  pace: '%s'\n  url: a.mp4",
            "- '%s'",
            "- %s",
            "- %s: x",
            "- id: '%s'\n  url: a.mp4",
            "- id: lobby\n  url: %s\n url: x",
            "- {id: lobby, url: %s")) {
      Path file = folder.resolve("cameras.yaml");
      Files.writeString(file, "cameras:\n" + list.replace("%s", url) + "\n");
      tell(() -> CamerasFile.read(file));
    }
    assertThat(said.toString()).isNotEmpty().doesNotContain("S3cret").doesNotContain("admin");
  }

  @Test
  void shouldStillTellTheHost() {
    tell(() -> FrameSources.open("http://admin:S3cret@" + HOST + "/live", impatient()));
    assertThat(said.toString()).contains("http://" + HOST + " cannot be reached");
  }

  /** What it comes to, and the whole of what goes wrong, as a log or --verbose shows it. */
  private void tell(Callable<?> action) {
    try {
      said.append(String.valueOf(action.call())).append('\n');
    } catch (Exception e) {
      e.printStackTrace(new PrintWriter(said));
    }
  }

  private static SourceOptions impatient() {
    return new SourceOptions(0, 0, 95, Duration.ofSeconds(1));
  }
}
