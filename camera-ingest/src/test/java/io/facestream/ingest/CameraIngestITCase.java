package io.facestream.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.ingest.camera.Camera;
import io.facestream.ingest.camera.IngestException;
import io.facestream.ingest.camera.Pace;
import io.facestream.ingest.metrics.CameraCounters;
import io.facestream.ingest.source.SourceOptions;
import io.facestream.ingest.testing.FramesTopic;
import io.facestream.ingest.testing.SharedBroker;
import io.facestream.ingest.testing.Videos;
import io.facestream.wire.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CameraIngestITCase {
  @TempDir Path folder;

  @Test
  void shouldPublishEveryPictureOfAFilmInOrder() throws Exception {
    FramesTopic topic = new FramesTopic(SharedBroker.get(), 4);
    Path film = Videos.film(folder.resolve("a film.mp4"), 60, 25);
    try (CameraIngest ingest =
        new CameraIngest(
            List.of(Camera.of("lobby", film.toString()).withPace(Pace.NONE)), topic.options())) {
      ingest.start();
      ingest.awaitEnd();
      assertThat(ingest.framesPublished("lobby")).isEqualTo(60);
    }
    List<ConsumerRecord<String, byte[]>> frames = topic.recordsOf("lobby");
    assertThat(frames)
        .extracting(FramesTopic::sequence)
        .containsExactlyElementsOf(LongStream.range(0, 60).boxed().toList());
    for (ConsumerRecord<String, byte[]> frame : frames) {
      assertThat(Videos.numberIn(frame.value())).isEqualTo((int) FramesTopic.sequence(frame));
      assertThat(FramesTopic.header(frame, "content-type")).isEqualTo("image/jpeg");
    }
    // Read as fast as possible, and stamped as if a camera had taken them.
    long begin = frames.get(0).timestamp();
    assertThat(frames)
        .extracting(frame -> frame.timestamp() - begin)
        .containsExactlyElementsOf(LongStream.range(0, 60).mapToObj(i -> 40 * i).toList());
  }

  @Test
  void shouldStampAFilmOfHoursSoThatKafkaTakesEveryPicture() throws Exception {
    FramesTopic topic = new FramesTopic(SharedBroker.get(), 1);
    for (int i = 0; i < 9; i++) {
      Files.write(folder.resolve(i + ".jpg"), Videos.encode(i, "jpg"));
    }
    SourceOptions everyQuarter =
        new SourceOptions(
            1 / 900.0, 0, SourceOptions.DEFAULT_JPEG_QUALITY, SourceOptions.DEFAULT_READ_TIMEOUT);
    Camera lapse =
        Camera.of("lobby", folder.toString()).withPace(Pace.NONE).withOptions(everyQuarter);
    try (CameraIngest ingest = new CameraIngest(List.of(lapse), topic.options())) {
      ingest.start();
      ingest.awaitEnd();
    }
    assertThat(topic.recordsOf("lobby"))
        .hasSize(9)
        .extracting(ConsumerRecord::timestamp)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void shouldPutCameraNumberIOnPartitionIModN() throws Exception {
    FramesTopic topic = new FramesTopic(SharedBroker.get(), 3);
    Files.write(
        Files.createDirectory(folder.resolve("in")).resolve("1.png"), Videos.encode(1, "png"));
    List<Camera> cameras =
        IntStream.range(0, 5)
            .mapToObj(i -> Camera.of("camera-" + i, folder.resolve("in").toString()))
            .toList();
    try (CameraIngest ingest = new CameraIngest(cameras, topic.options())) {
      ingest.start();
      ingest.awaitEnd();
    }
    assertThat(topic.records())
        .hasSize(5)
        .allSatisfy(
            frame -> {
              int place = Integer.parseInt(frame.key().substring("camera-".length()));
              assertThat(frame.partition()).isEqualTo(place % 3);
            });
  }

  @Test
  void shouldRefuseAnOversizedPictureAndGoOn() throws Exception {
    FramesTopic topic = new FramesTopic(SharedBroker.get(), 1);
    Files.write(folder.resolve("1.jpg"), Videos.encode(1, "jpg"));
    Files.write(folder.resolve("2.jpg"), jpegOf(Topics.MAX_FRAME_BYTES + 1));
    Files.write(folder.resolve("3.jpg"), jpegOf(Topics.MAX_FRAME_BYTES));
    try (CameraIngest ingest =
        new CameraIngest(
            List.of(Camera.of("lobby", folder.toString()).withPace(Pace.NONE)), topic.options())) {
      ingest.start();
      ingest.awaitEnd();
      assertThat(ingest.counters("lobby"))
          .extracting(CameraCounters::read, CameraCounters::published, CameraCounters::refused)
          .containsExactly(3L, 2L, 1L);
    }
    assertThat(topic.records()).extracting(FramesTopic::sequence).containsExactly(0L, 2L);
  }

  @Test
  void shouldCountWhatKafkaRefusesAndSaySoAtTheEnd() throws Exception {
    FramesTopic topic = new FramesTopic(SharedBroker.get(), 1);
    topic.createWithLimit(1000);
    Files.write(folder.resolve("1.jpg"), jpegOf(500));
    Files.write(folder.resolve("2.jpg"), jpegOf(2000));
    try (CameraIngest ingest =
        new CameraIngest(List.of(Camera.of("lobby", folder.toString())), topic.options())) {
      ingest.start();
      assertThatThrownBy(ingest::awaitEnd)
          .isInstanceOf(IngestException.class)
          .hasMessageContaining("camera 'lobby': Kafka refused 1 pictures");
      assertThat(ingest.counters("lobby"))
          .extracting(CameraCounters::published, CameraCounters::failed)
          .containsExactly(1L, 1L);
    }
  }

  @Test
  void shouldNumberPicturesAsIfSkippedFilesWereNotThere() throws Exception {
    FramesTopic topic = new FramesTopic(SharedBroker.get(), 1);
    Files.write(folder.resolve("._1.jpg"), new byte[4096]);
    Files.write(folder.resolve("0.bmp"), Videos.encode(7, "bmp"));
    Files.write(folder.resolve("1.jpe"), Videos.encode(1, "jpg"));
    Files.write(folder.resolve("2"), Videos.encode(2, "png"));
    try (CameraIngest ingest =
        new CameraIngest(
            List.of(Camera.of("lobby", folder.toString()).withPace(Pace.NONE)), topic.options())) {
      ingest.start();
      ingest.awaitEnd();
      assertThat(ingest.counters("lobby"))
          .extracting(CameraCounters::read, CameraCounters::published, CameraCounters::skipped)
          .containsExactly(2L, 2L, 1L);
    }
    assertThat(topic.records()).extracting(FramesTopic::sequence).containsExactly(0L, 1L);
  }

  private static byte[] jpegOf(int bytes) {
    byte[] picture = new byte[bytes];
    picture[0] = (byte) 0xFF;
    picture[1] = (byte) 0xD8;
    picture[2] = (byte) 0xFF;
    return picture;
  }

  @Test
  void shouldGoOnCountingWhenAFilmStartsAgain() throws Exception {
    FramesTopic topic = new FramesTopic(SharedBroker.get(), 1);
    Path film = Videos.film(folder.resolve("film.mp4"), 3, 100);
    Camera camera = Camera.of("lobby", film.toString()).withLoop(true);
    try (CameraIngest ingest = new CameraIngest(List.of(camera), topic.options())) {
      ingest.start();
      while (ingest.framesPublished("lobby") < 10) {
        Thread.sleep(10);
      }
    }
    List<ConsumerRecord<String, byte[]>> frames = topic.records().subList(0, 10);
    for (int i = 0; i < frames.size(); i++) {
      assertThat(FramesTopic.sequence(frames.get(i))).isEqualTo(i);
      assertThat(Videos.numberIn(frames.get(i).value())).isEqualTo(i % 3);
    }
    assertThat(frames.get(9).timestamp() - frames.get(0).timestamp()).isEqualTo(90);
  }
}
