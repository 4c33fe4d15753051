package io.facestream.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.ingest.testing.FramesTopic;
import io.facestream.ingest.testing.SharedBroker;
import io.facestream.ingest.testing.Videos;
import io.facestream.wire.BrokerUnreachableException;
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
    assertThat(frames).extracting(ConsumerRecord::timestamp).isSorted().doesNotHaveDuplicates();
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
    Files.write(folder.resolve("2.jpg"), new byte[Topics.MAX_FRAME_BYTES + 1]);
    Files.write(folder.resolve("3.jpg"), new byte[Topics.MAX_FRAME_BYTES]);
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
  void shouldSayWhichBrokerIsUnreachable() throws Exception {
    Files.write(folder.resolve("1.jpg"), Videos.encode(1, "jpg"));
    try (CameraIngest ingest =
        new CameraIngest(
            List.of(Camera.of("lobby", folder.toString())), IngestOptions.to("127.0.0.1:1"))) {
      assertThatThrownBy(ingest::start)
          .isInstanceOf(BrokerUnreachableException.class)
          .hasMessageContaining("127.0.0.1:1");
    }
  }
}
