package io.facestream.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.ingest.camera.Camera;
import io.facestream.ingest.metrics.CameraCounters;
import io.facestream.ingest.testing.FramesTopic;
import io.facestream.ingest.testing.MjpegServer;
import io.facestream.ingest.testing.Videos;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The broker goes away in the middle, and comes back. */
@Tag("thorough")
@Timeout(120)
class OutageITCase {
  @TempDir Path folder;

  @Test
  void shouldDropTheOldestOfALiveCameraAndNothingOfAFile() throws Exception {
    Path film = Videos.film(folder.resolve("film.mp4"), 300, 100);
    try (EmbeddedKafka broker = EmbeddedKafka.start();
        MjpegServer server = new MjpegServer().every(10)) {
      FramesTopic topic = new FramesTopic(broker, 2);
      List<Camera> cameras =
          List.of(
              Camera.of("live", server.url()).withBuffer(5), Camera.of("file", film.toString()));
      try (CameraIngest ingest = new CameraIngest(cameras, topic.options())) {
        ingest.start();
        await(() -> ingest.framesPublished("live") > 10 && ingest.framesPublished("file") > 10);
        broker.stop();
        await(() -> ingest.counters("live").dropped() > 50);
        broker.resume();
        ingest.awaitEnd();
        long publishedBefore = ingest.framesPublished("live");
        await(() -> ingest.framesPublished("live") > publishedBefore + 10);
        assertThat(ingest.counters("file").dropped()).isZero();
        assertThat(ingest.framesPublished("file")).isEqualTo(300);
      }
      assertThat(topic.recordsOf("file"))
          .extracting(FramesTopic::sequence)
          .containsExactlyElementsOf(LongStream.range(0, 300).boxed().toList());
      // The server numbers its pictures and the sequence counts what was read, also what was
      // dropped: they agree, and jump where the broker was away.
      var live = topic.recordsOf("live");
      assertThat(live).extracting(FramesTopic::sequence).isSorted().doesNotHaveDuplicates();
      for (var frame : live) {
        // Ten bits of number fit into a picture.
        assertThat(Videos.numberIn(frame.value()))
            .isEqualTo((int) FramesTopic.sequence(frame) % 1024);
      }
      assertThat(FramesTopic.sequence(live.get(live.size() - 1))).isGreaterThan(live.size() + 40L);
    }
  }

  @Test
  void shouldAccountForEveryPictureWhenItIsStoppedWhileTheBrokerIsAway() throws Exception {
    Path film = Videos.film(folder.resolve("film.mp4"), 300, 100);
    try (EmbeddedKafka broker = EmbeddedKafka.start();
        MjpegServer server = new MjpegServer().every(10)) {
      FramesTopic topic = new FramesTopic(broker, 2);
      List<Camera> cameras =
          List.of(
              Camera.of("live", server.url()), Camera.of("file", film.toString()).withLoop(true));
      CameraIngest ingest = new CameraIngest(cameras, topic.options());
      try (ingest) {
        ingest.start();
        await(() -> ingest.framesPublished("live") > 10 && ingest.framesPublished("file") > 10);
        broker.stop();
        await(() -> ingest.counters("live").read() > ingest.framesPublished("live") + 10);
        await(() -> ingest.counters("file").read() > ingest.framesPublished("file") + 10);
      }
      for (String camera : ingest.cameraIds()) {
        await(() -> isAccountedFor(ingest.counters(camera)));
        assertThat(ingest.counters(camera).dropped()).isPositive();
      }
    }
  }

  private static boolean isAccountedFor(CameraCounters counted) {
    return counted.read()
        == counted.published() + counted.dropped() + counted.refused() + counted.failed();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(10);
    }
  }
}
