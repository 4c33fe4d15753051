package io.facestream.job.frames;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.ingest.scene.DrawnScene;
import io.facestream.ingest.scene.SceneUrl;
import io.facestream.job.records.SkippedRecords;
import io.facestream.vision.picture.DecodeOptions;
import io.facestream.wire.FrameRequest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tracks of cameras that share a slot, in keyed state. */
class CameraFollowerTest {
  private static final long BEGIN = 1_700_000_000_000L;

  private static byte[] ada;
  private static byte[] ben;

  private KeyedOneInputStreamOperatorTestHarness<Integer, RawFrame, FrameFaces> harness;
  private long offset;

  @BeforeAll
  static void draw() {
    DrawnScene scene = new DrawnScene(SceneUrl.parse("scene:?seed=3"));
    ada = scene.portraits(scene.people().get(0)).get(2);
    ben = scene.portraits(scene.people().get(1)).get(2);
  }

  @BeforeEach
  void open() throws Exception {
    open(true, null);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void open(boolean tracks, OperatorSubtaskState state) throws Exception {
    VisionSettings settings =
        new VisionSettings(
            "builtin", null, null, null, null, DecodeOptions.DEFAULT_MAX_PIXELS, null);
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(
                new DetectFaces("frames", SkippedRecords.NONE, settings, tracks)),
            RawFrame::partition,
            Types.INT);
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
  }

  @Test
  void shouldFollowAFaceOfEachCameraByItself() throws Exception {
    assertThat(trackOf(ada, "door", 0)).isEqualTo("door@0-0#0");
    assertThat(trackOf(ada, "hall", 0)).isEqualTo("hall@0-1#0");
    assertThat(trackOf(ada, "door", 40)).isEqualTo("door@0-0#0");
    assertThat(trackOf(ada, "hall", 40)).isEqualTo("hall@0-1#0");
    assertThat(trackOf(ben, "door", 80)).as("somebody else").isEqualTo("door@0-4#0");
  }

  @Test
  void shouldCarryAFaceWhoseFirstViewsWereHandedOnForAll() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(send(ada, "door", 40 * i, null).faces().get(0).crop()).isNotNull();
    }
    FaceCrop fourth = send(ada, "door", 120, null).faces().get(0);
    assertThat(fourth.crop()).isNull();
    assertThat(fourth.place().rejection()).isNull();
    assertThat(fourth.place().track()).isEqualTo("door@0-0#0");
    assertThat(send(ada, "door", 160, "request-1").faces().get(0).crop())
        .as("a picture that answers a request")
        .isNotNull();
  }

  @Test
  void shouldGoOnFromAState() throws Exception {
    trackOf(ada, "door", 0);
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();
    open(true, state);
    assertThat(trackOf(ada, "door", 40)).isEqualTo("door@0-0#0");
  }

  @Test
  void shouldLeaveAloneAPictureThatAnswersARequest() throws Exception {
    trackOf(ada, "door", 0);
    assertThat(trackOf(send(ben, "door", 20, "request-1"))).isNull();
    assertThat(trackOf(ada, "door", 40)).isEqualTo("door@0-0#0");
  }

  @Test
  void shouldFollowNobodyWhenToldNotTo() throws Exception {
    harness.close();
    open(false, null);
    assertThat(trackOf(ada, "door", 0)).isNull();
    assertThat(harness.numProcessingTimeTimers()).isZero();
  }

  @Test
  void shouldForgetACameraThatHasBeenSilent() throws Exception {
    trackOf(ada, "door", 0);
    int withDoor = harness.numKeyedStateEntries();
    harness.setProcessingTime(500_000);
    trackOf(ada, "hall", 0);
    harness.setProcessingTime(1_000_000);
    assertThat(harness.numKeyedStateEntries()).as("the door is forgotten").isEqualTo(withDoor);
    assertThat(trackOf(ada, "hall", 40)).isEqualTo("hall@0-1#0");
    harness.setProcessingTime(3_000_000);
    assertThat(harness.numProcessingTimeTimers()).isZero();
    assertThat(harness.numKeyedStateEntries()).as("but the number of the last frame").isOne();
  }

  @Test
  void shouldNotCountTheTimeInWhichTheJobWasDown() throws Exception {
    trackOf(ada, "door", 0);
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();
    open(true, state);
    harness.setProcessingTime(5_000_000);
    assertThat(trackOf(ada, "door", 40)).isEqualTo("door@0-0#0");
  }

  @Test
  void shouldForgetAtOnceWhenAllFacesAreGone() throws Exception {
    trackOf(ada, "door", 0);
    ByteArrayOutputStream emptyRoom = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(640, 360, BufferedImage.TYPE_3BYTE_BGR), "png", emptyRoom);
    send(emptyRoom.toByteArray(), "door", 10_000, null);
    assertThat(harness.numKeyedStateEntries()).isOne();
  }

  @Test
  void shouldFollowHoweverFarOtherCamerasAre() throws Exception {
    trackOf(ada, "door", 0);
    harness.processWatermark(BEGIN + 3_600_000);
    assertThat(trackOf(ada, "door", 40)).isEqualTo("door@0-0#0");
  }

  private String trackOf(byte[] picture, String camera, long millis) throws Exception {
    return trackOf(send(picture, camera, millis, null));
  }

  private static String trackOf(FrameFaces frame) {
    assertThat(frame.faces()).hasSize(1);
    return frame.faces().get(0).place().track();
  }

  private FrameFaces send(byte[] picture, String camera, long millis, String request)
      throws Exception {
    byte[] key = camera.getBytes(StandardCharsets.UTF_8);
    RawFrame frame =
        new RawFrame(
            0,
            offset,
            BEGIN + millis,
            key,
            null,
            camera,
            offset,
            request == null ? null : FrameRequest.of(request),
            picture);
    offset++;
    harness.processElement(frame, BEGIN + millis);
    List<FrameFaces> sent = harness.extractOutputValues();
    return sent.get(sent.size() - 1);
  }
}
