package io.facestream.quickstart.annotate;

import static io.facestream.quickstart.demo.Answers.recognise;
import static io.facestream.quickstart.demo.Answers.rejectFor;
import static io.facestream.quickstart.demo.Answers.stranger;
import static io.facestream.quickstart.demo.Answers.verdictOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import io.facestream.wire.Face;
import java.nio.ByteBuffer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;

class FacePainterTest {
  /** On the left edge of the box of {@link io.facestream.quickstart.demo.Answers}' faces. */
  private static final int EDGE_X = 160;

  private static final int EDGE_Y = 180;

  @Test
  void shouldFrameAMatchInGreen() {
    int[] bgr = edgeAfterPainting(recognise("Ada Lovelace"));

    assertThat(bgr[1]).isGreaterThan(bgr[0] + 50).isGreaterThan(bgr[2] + 50);
  }

  @Test
  void shouldFrameAStrangerInGrey() {
    int[] bgr = edgeAfterPainting(stranger());

    assertThat(bgr[0]).isEqualTo(bgr[1]).isEqualTo(bgr[2]).isPositive();
  }

  @Test
  void shouldFrameARejectedFaceInRed() {
    int[] bgr = edgeAfterPainting(rejectFor("face is 20 px wide, 32 are needed"));

    assertThat(bgr[2]).isGreaterThan(bgr[0] + 50).isGreaterThan(bgr[1] + 50);
  }

  @Test
  void shouldWriteNameAndSimilarityInLettersThatOpencvHas() {
    assertThat(FaceLabel.of(recognise("Zoë Łuk"))).isEqualTo("Zoe ?uk 0.63");
  }

  @Test
  void shouldWriteWhyAFaceWasRejected() {
    assertThat(FaceLabel.of(rejectFor("too small"))).isEqualTo("too small");
  }

  private static int[] edgeAfterPainting(Face face) {
    try (Scalar black = new Scalar(0, 0, 0, 0);
        Mat picture = new Mat(360, 640, CV_8UC3, black)) {
      new FacePainter(picture).paint(verdictOn(0, face));
      ByteBuffer pixel = picture.ptr(EDGE_Y, EDGE_X).capacity(3).asByteBuffer();
      return new int[] {pixel.get(0) & 0xff, pixel.get(1) & 0xff, pixel.get(2) & 0xff};
    }
  }
}
