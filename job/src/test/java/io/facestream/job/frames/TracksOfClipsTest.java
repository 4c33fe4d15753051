package io.facestream.job.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.facestream.ingest.camera.FrameSources;
import io.facestream.ingest.source.FrameSource;
import io.facestream.ingest.source.SourceFrame;
import io.facestream.job.records.SkippedRecords;
import io.facestream.vision.picture.DecodeOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People before a real camera: one track each, and few of their faces embedded. */
class TracksOfClipsTest {
  private static final long BEGIN = 1_700_000_000_000L;

  @ParameterizedTest
  @CsvSource({
    "face-demographics-walking-and-pause.mp4, 3",
    "head-pose-face-detection-female-and-male.mp4, 2",
  })
  void shouldFollowEachPersonByOneTrack(String clip, int people) throws Exception {
    String models = System.getenv("FACESTREAM_MODELS");
    String data = System.getenv("FACESTREAM_DATA");
    assumeTrue(
        models != null && data != null, "Skipped: set FACESTREAM_MODELS and FACESTREAM_DATA");
    Path video = Path.of(data, "videos", clip);
    assumeTrue(Files.exists(video), "Skipped: there is no " + video);
    List<FaceCrop> usable =
        framesOf(video, models).stream()
            .flatMap(frame -> frame.faces().stream())
            .filter(face -> face.place().rejection() == null)
            .toList();
    assertThat(usable.stream().map(face -> face.place().track()).collect(Collectors.toSet()))
        .hasSize(people)
        .doesNotContainNull();
    assertThat(usable.stream().filter(face -> !face.carried()).count())
        .isLessThanOrEqualTo(usable.size() / 4);
  }

  private static List<FrameFaces> framesOf(Path video, String models) throws Exception {
    VisionSettings settings =
        new VisionSettings(
            "standard", models, null, null, null, DecodeOptions.DEFAULT_MAX_PIXELS, null);
    byte[] key = "door".getBytes(StandardCharsets.UTF_8);
    try (FrameSource source = FrameSources.open(video.toString());
        KeyedOneInputStreamOperatorTestHarness<Integer, RawFrame, FrameFaces> harness =
            new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(
                    new DetectFaces("frames", SkippedRecords.NONE, settings, true)),
                RawFrame::partition,
                Types.INT)) {
      harness.open();
      long offset = 0;
      for (SourceFrame frame; (frame = source.next()) != null; offset++) {
        long at = BEGIN + frame.mediaTime().toMillis();
        harness.processElement(
            new RawFrame(0, offset, at, key, null, "door", offset, null, frame.picture()), at);
      }
      return harness.extractOutputValues();
    }
  }
}
