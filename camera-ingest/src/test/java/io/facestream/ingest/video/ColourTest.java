package io.facestream.ingest.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.ingest.testing.Videos;
import java.io.IOException;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A skin colour, written as YCbCr by each convention, must come out as the same skin colour. */
class ColourTest {
  private static final int[] SKIN = {206, 150, 124};

  @ParameterizedTest
  @CsvSource({
    "0.299, 0.114, SMPTE170M, MPEG, 240",
    "0.299, 0.114, SMPTE170M, JPEG, 240",
    "0.2126, 0.0722, BT709, MPEG, 240",
    "0.2126, 0.0722, BT709, JPEG, 240",
    "0.299, 0.114, UNSPECIFIED, UNSPECIFIED, 240",
    "0.2126, 0.0722, UNSPECIFIED, UNSPECIFIED, 720",
  })
  void shouldKeepSkinColour(
      double redWeight, double blueWeight, String matrix, String range, int height)
      throws IOException {
    Ffmpeg.load();
    AVFrame frame = filled(ycbcr(redWeight, blueWeight, range.equals("JPEG")), height);
    frame.colorspace(
        switch (matrix) {
          case "BT709" -> avutil.AVCOL_SPC_BT709;
          case "SMPTE170M" -> avutil.AVCOL_SPC_SMPTE170M;
          default -> avutil.AVCOL_SPC_UNSPECIFIED;
        });
    frame.color_range(
        switch (range) {
          case "MPEG" -> avutil.AVCOL_RANGE_MPEG;
          case "JPEG" -> avutil.AVCOL_RANGE_JPEG;
          default -> avutil.AVCOL_RANGE_UNSPECIFIED;
        });
    try (FrameConverter converter = new FrameConverter(0, 0);
        JpegEncoder encoder = new JpegEncoder(95)) {
      int rgb = Videos.read(encoder.encode(converter.convert(frame))).getRGB(40, 40);
      assertThat(List.of(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff))
          .satisfies(
              colour -> {
                for (int i = 0; i < 3; i++) {
                  assertThat(colour.get(i)).isBetween(SKIN[i] - 3, SKIN[i] + 3);
                }
              });
    } finally {
      avutil.av_frame_free(frame);
    }
  }

  /** ITU-R BT.601 and BT.709, equations for luma and colour difference, 8 bits. */
  private static int[] ycbcr(double redWeight, double blueWeight, boolean full) {
    double y = redWeight * SKIN[0] + (1 - redWeight - blueWeight) * SKIN[1] + blueWeight * SKIN[2];
    double cb = (SKIN[2] - y) / (2 * (1 - blueWeight));
    double cr = (SKIN[0] - y) / (2 * (1 - redWeight));
    double lumaScale = full ? 1 : 219.0 / 255;
    double chromaScale = full ? 1 : 224.0 / 255;
    return new int[] {
      (int) Math.round((full ? 0 : 16) + y * lumaScale),
      (int) Math.round(128 + cb * chromaScale),
      (int) Math.round(128 + cr * chromaScale)
    };
  }

  private static AVFrame filled(int[] ycbcr, int height) {
    AVFrame frame = avutil.av_frame_alloc();
    frame.width(320).height(height).format(avutil.AV_PIX_FMT_YUV420P);
    avutil.av_frame_get_buffer(frame, 0);
    for (int plane = 0; plane < 3; plane++) {
      int rows = plane == 0 ? height : height / 2;
      byte[] bytes = new byte[frame.linesize(plane) * rows];
      java.util.Arrays.fill(bytes, (byte) ycbcr[plane]);
      frame.data(plane).capacity(bytes.length).put(bytes);
    }
    return frame;
  }
}
