package io.facestream.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.ingest.camera.Camera;
import io.facestream.ingest.source.SourceOptions;
import io.facestream.ingest.testing.FilmServer;
import io.facestream.ingest.testing.FramesTopic;
import io.facestream.ingest.testing.InterlacedKind;
import io.facestream.ingest.testing.MjpegServer;
import io.facestream.ingest.testing.OddCamera;
import io.facestream.ingest.testing.OddCamera.Manner;
import io.facestream.ingest.testing.SharedBroker;
import io.facestream.ingest.testing.Videos;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every odd camera at once, beside one that does all right. */
@Tag("thorough")
@Timeout(120)
class OddFleetITCase {
  private static final SourceOptions IMPATIENT =
      new SourceOptions(0, 0, 95, Duration.ofMillis(500));

  @TempDir Path folder;

  @Test
  void shouldNeverMissAFrameOfTheHealthyCameraAndGoOnWithAllOthers() throws Exception {
    FramesTopic topic = new FramesTopic(SharedBroker.get(), 4);
    Map<Manner, OddCamera> odd = new EnumMap<>(Manner.class);
    List<Camera> cameras = new ArrayList<>();
    Path live = InterlacedKind.H264_MBAFF_BOTTOM_FIRST.write(folder, 5);
    try (MjpegServer healthy = new MjpegServer().every(20);
        FilmServer broadcast = new FilmServer(live)) {
      cameras.add(Camera.of("healthy", healthy.url()).withBuffer(2000));
      Path film = InterlacedKind.H264_PAFF_TOP_FIRST.write(folder, 5);
      cameras.add(Camera.of("interlaced", film.toString()));
      cameras.add(Camera.of("interlaced-live", broadcast.url()));
      for (Manner manner : Manner.values()) {
        odd.put(manner, new OddCamera(manner));
        cameras.add(Camera.of(manner.name(), odd.get(manner).url()).withOptions(IMPATIENT));
      }
      try (CameraIngest ingest = new CameraIngest(cameras, topic.options())) {
        ingest.start();
        ingest.awaitEnd();
        for (Manner manner : Manner.values()) {
          // Those that send no picture are asked again and again.
          while (manner.sendsPictures()
              ? ingest.framesPublished(manner.name()) < 20
              : odd.get(manner).connections() < 3) {
            Thread.sleep(10);
          }
        }
        // It ends, and is asked again.
        while (ingest.framesPublished("interlaced-live") < 10) {
          Thread.sleep(10);
        }
        while (ingest.framesPublished("healthy") < 100) {
          Thread.sleep(10);
        }
        assertThat(ingest.framesPublished("interlaced")).isEqualTo(5);
        assertThat(ingest.counters("WITH_TEXT").skipped()).isGreaterThanOrEqualTo(19);
        assertThat(ingest.counters("healthy").dropped()).isZero();
        assertThat(ingest.counters("healthy").reconnects()).isZero();
      }
    } finally {
      for (OddCamera camera : odd.values()) {
        camera.close();
      }
    }
    var frames = topic.recordsOf("healthy");
    assertThat(frames).hasSizeGreaterThanOrEqualTo(100);
    for (int i = 0; i < frames.size(); i++) {
      assertThat(FramesTopic.sequence(frames.get(i))).isEqualTo(i);
      assertThat(Videos.numberIn(frames.get(i).value())).isEqualTo(i % 1024);
    }
  }
}
