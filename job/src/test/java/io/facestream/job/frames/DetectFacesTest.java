package io.facestream.job.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.facestream.job.records.DeadLetter;
import io.facestream.job.records.DeadLetters;
import io.facestream.job.records.SkippedRecords;
import io.facestream.vision.picture.DecodeOptions;
import io.facestream.wire.ReasonCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames go in as cameras send them, faces come out in shares of the frame. */
class DetectFacesTest {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;

  private final List<DeadLetter> deadLetters = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"standard,140,0.025,0.033", "builtin,360,0.06,0.09"})
  void shouldMeasureAFaceInSharesOfTheFrameAsPublished(
      String pack, int portraitWidth, double narrowest, double widest) throws Exception {
    List<FrameFaces> frames = detect(pack, frame(".jpg", portraitWidth, false));
    assertThat(frames).hasSize(1);
    assertThat(frames.get(0).frame().width()).isEqualTo(WIDTH);
    assertThat(frames.get(0).faces()).hasSize(1);
    FaceCrop face = frames.get(0).faces().get(0);
    assertThat(face.place().rejection()).isNull();
    assertThat(face.crop()).isNotNull();
    assertThat(face.place().box().width()).isBetween(narrowest, widest);
    assertThat(face.place().box().x()).isBetween(0.4, 0.5);
    assertThat(face.place().landmarks())
        .allSatisfy(point -> assertThat(point.x()).isBetween(0.4, 0.6))
        .allSatisfy(point -> assertThat(point.y()).isBetween(0.3, 0.7));
  }

  @Test
  void shouldNotSearchTheFacesOfACameraThatStandsOnItsHead() throws Exception {
    FrameFaces frame = detect("standard", frame(".jpg", 400, true)).get(0);
    assertThat(frame.faces()).isNotEmpty();
    assertThat(frame.faces()).allSatisfy(face -> assertThat(face.crop()).isNull());
    assertThat(frame.faces().get(0).place().rejectionCode()).isEqualTo(ReasonCode.UPSIDE_DOWN);
    assertThat(frame.faces().get(0).place().rejection())
        .startsWith("upside down: ")
        .endsWith("(camera option 'rotate: 180')");
  }

  @Test
  void shouldSendWhatIsNoPictureToTheDeadLettersAndGoOn() throws Exception {
    byte[] junk = "no picture".getBytes(StandardCharsets.UTF_8);
    List<FrameFaces> frames = detect("builtin", junk, plain());
    assertThat(frames).hasSize(1);
    assertThat(frames.get(0).faces()).isEmpty();
    assertThat(deadLetters).hasSize(1);
  }

  @Test
  void shouldNumberTheFramesThatGoOnAndLeaveNoGapForOneThatDoesNot() throws Exception {
    byte[] junk = "no picture".getBytes(StandardCharsets.UTF_8);
    assertThat(detect("builtin", plain(), junk, plain(), junk, junk, plain()))
        .extracting(FrameFaces::number)
        .containsExactly(1L, 2L, 3L);
  }

  private List<FrameFaces> detect(String pack, byte[]... pictures) throws Exception {
    VisionSettings settings =
        new VisionSettings(
            pack, modelsFor(pack), null, null, null, DecodeOptions.DEFAULT_MAX_PIXELS, null);
    try (KeyedOneInputStreamOperatorTestHarness<Integer, RawFrame, FrameFaces> harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(
                new DetectFaces("frames", SkippedRecords.NONE, settings, false)),
            RawFrame::partition,
            Types.INT)) {
      harness.open();
      byte[] key = "door".getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < pictures.length; i++) {
        RawFrame frame = new RawFrame(0, i, 1_000 + i, key, null, "door", i, null, pictures[i]);
        harness.processElement(frame, 0);
      }
      if (harness.getSideOutput(DeadLetters.OF_FRAMES) != null) {
        harness
            .getSideOutput(DeadLetters.OF_FRAMES)
            .forEach(letter -> deadLetters.add(letter.getValue()));
      }
      return harness.extractOutputValues();
    }
  }

  private static String modelsFor(String pack) {
    String models = System.getenv("FACESTREAM_MODELS");
    assumeTrue(
        pack.equals("builtin") || models != null,
        "Skipped: set FACESTREAM_MODELS to a folder of model files to run this test");
    return models;
  }

  /** A portrait of this width in the middle of a plain frame, on its feet or on its head. */
  private static byte[] frame(String suffix, int portraitWidth, boolean turned) {
    String data = System.getenv("FACESTREAM_DATA");
    assumeTrue(data != null, "Skipped: set FACESTREAM_DATA to a folder with faces/ to run this");
    Path photo = Path.of(data, "faces", "hamilton_gallery", "Barack_Obama", "1.jpg");
    try (Mat whole = opencv_imgcodecs.imread(photo.toString());
        Mat small = new Mat();
        Size size = new Size(portraitWidth, portraitWidth * whole.rows() / whole.cols());
        Scalar grey = new Scalar(120, 110, 100, 0);
        Mat frame = new Mat(HEIGHT, WIDTH, opencv_core.CV_8UC3, grey)) {
      opencv_imgproc.resize(whole, small, size, 0, 0, opencv_imgproc.INTER_AREA);
      int left = (WIDTH - small.cols()) / 2;
      int top = (HEIGHT - small.rows()) / 2;
      try (Rect middle = new Rect(left, top, small.cols(), small.rows());
          Mat place = new Mat(frame, middle)) {
        small.copyTo(place);
      }
      if (turned) {
        opencv_core.rotate(frame, frame, opencv_core.ROTATE_180);
      }
      return encode(suffix, frame);
    }
  }

  private static byte[] plain() {
    try (Scalar grey = new Scalar(120, 110, 100, 0);
        Mat frame = new Mat(HEIGHT, WIDTH, opencv_core.CV_8UC3, grey)) {
      return encode(".png", frame);
    }
  }

  private static byte[] encode(String suffix, Mat frame) {
    try (BytePointer encoded = new BytePointer()) {
      opencv_imgcodecs.imencode(suffix, frame, encoded);
      byte[] bytes = new byte[(int) encoded.limit()];
      encoded.get(bytes);
      return bytes;
    }
  }
}
