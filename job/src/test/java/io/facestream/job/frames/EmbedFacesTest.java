package io.facestream.job.frames;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.testing.Fixtures;
import io.facestream.vision.picture.DecodeOptions;
import io.facestream.wire.FrameRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbedFacesTest {
  private static final int CROP_BYTES = 112 * 112 * 3;
  private static final VisionSettings SETTINGS =
      new VisionSettings("builtin", null, null, null, null, DecodeOptions.DEFAULT_MAX_PIXELS, null);

  private OneInputStreamOperatorTestHarness<FrameFaces, ProbeFrame> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new EmbedFaces(SETTINGS)));
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void shouldMakeAUnitVectorOfEachCropAndLeaveRejectedFacesAlone() throws Exception {
    send(frame(1, crop(1), null, crop(2)));
    List<Probe> probes = harness.extractOutputValues().get(0).probes();
    assertThat(probes).hasSize(3);
    assertThat(lengthOf(probes.get(0))).isBetween(0.9999, 1.0001);
    assertThat(probes.get(1).embedding()).isNull();
    assertThat(probes.get(1).place().rejection()).isEqualTo("too small");
    assertThat(probes.get(2).embedding()).isNotEqualTo(probes.get(0).embedding());
  }

  @Test
  void shouldEmbedAFaceAlikeWhateverElseIsInTheFrame() throws Exception {
    send(frame(1, crop(1)));
    send(frame(2, crop(3), crop(1), crop(2)));
    List<ProbeFrame> frames = harness.extractOutputValues();
    assertThat(frames.get(1).probes().get(1).embedding())
        .isEqualTo(frames.get(0).probes().get(0).embedding());
  }

  @Test
  void shouldSendFramesWithNothingToSearchByTheSide() throws Exception {
    send(frame(1));
    send(frame(2, (byte[]) null));
    send(frame(3, crop(1)));
    assertThat(harness.extractOutputValues()).extracting(ProbeFrame::number).containsExactly(3L);
    assertThat(harness.getSideOutput(EmbedFaces.NOTHING_TO_SEARCH))
        .extracting(StreamRecord::getValue)
        .extracting(ProbeFrame::number)
        .containsExactly(1L, 2L);
  }

  @Test
  void shouldHandOnWhatDetectionSaid() throws Exception {
    FrameFaces frame = frame(7, crop(1));
    send(frame);
    ProbeFrame probes = harness.extractOutputValues().get(0);
    assertThat(probes.frameId()).isEqualTo(frame.frameId());
    assertThat(probes.number()).isEqualTo(7);
    assertThat(probes.cameraId()).isEqualTo("door");
    assertThat(probes.frame()).isEqualTo(frame.frame());
    assertThat(probes.detectMs()).isEqualTo(frame.detectMs());
    assertThat(probes.embedMs()).isPositive();
  }

  private void send(FrameFaces frame) throws Exception {
    harness.processElement(frame, 0);
  }

  /** A frame of these crops; a null stands for a rejected face. */
  private static FrameFaces frame(long number, byte[]... crops) {
    List<FaceCrop> faces = new ArrayList<>();
    for (byte[] crop : crops) {
      faces.add(new FaceCrop(Fixtures.place(crop == null ? "too small" : null), crop));
    }
    FrameRef place = new FrameRef(0, number, number, Instant.EPOCH, 640, 360, null);
    return new FrameFaces("door@0-" + number, number, "door", place, faces, 1.5);
  }

  /** Something to look at, another thing for each seed. */
  private static byte[] crop(long seed) {
    byte[] crop = new byte[CROP_BYTES];
    Random random = new Random(seed);
    Arrays.fill(crop, (byte) 120);
    for (int blob = 0; blob < 40; blob++) {
      int from = random.nextInt(CROP_BYTES - 3_000);
      Arrays.fill(crop, from, from + random.nextInt(3_000), (byte) random.nextInt(256));
    }
    return crop;
  }

  private static double lengthOf(Probe probe) {
    double squares = 0;
    for (float value : probe.embedding()) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }
}
