package io.facestream.ingest.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.ingest.testing.Videos;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGQTable;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;

class JpegEncoderTest {

  @Test
  void shouldScaleTheStandardsTablesAsLibjpegDoes() {
    // javax's Div2 tables are the standard's at libjpeg's quality 75.
    int[] expected = JPEGQTable.K1Div2Luminance.getTable();
    short[] actual = QuantisationTables.luminance(75);
    for (int i = 0; i < 64; i++) {
      assertThat((int) actual[i]).isEqualTo(expected[i]);
    }
  }

  @Test
  void shouldMeanByQuality95WhatLibjpegMeans() throws IOException {
    Ffmpeg.load();
    AVFrame frame = texture(400, 320);
    try (JpegEncoder encoder = new JpegEncoder(95)) {
      byte[] picture = encoder.encode(frame);
      byte[] reference = encodedByLibjpeg(frame);
      assertThat(meanLumaError(frame, Videos.read(picture)))
          .isLessThan(1.15 * meanLumaError(frame, Videos.read(reference)));
      assertThat(picture.length).isLessThan((int) (1.05 * reference.length));
    } finally {
      avutil.av_frame_free(frame);
    }
  }

  @Test
  void shouldFollowASourceThatChangesItsSize() throws IOException {
    Ffmpeg.load();
    AVFrame first = texture(64, 48);
    AVFrame second = texture(33, 21);
    try (JpegEncoder encoder = new JpegEncoder(90)) {
      encoder.encode(first);
      assertThat(Videos.read(encoder.encode(second)).getWidth()).isEqualTo(33);
    } finally {
      avutil.av_frame_free(first);
      avutil.av_frame_free(second);
    }
  }

  private static byte[] encodedByLibjpeg(AVFrame frame) throws IOException {
    BufferedImage image =
        new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        image.setRGB(x, y, luma(frame, x, y) * 0x010101);
      }
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam quality = writer.getDefaultWriteParam();
    quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    quality.setCompressionQuality(0.95f);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writer.setOutput(new MemoryCacheImageOutputStream(bytes));
    writer.write(null, new IIOImage(image, null, null), quality);
    writer.dispose();
    return bytes.toByteArray();
  }

  private static int luma(AVFrame frame, int x, int y) {
    return frame.data(0).get((long) y * frame.linesize(0) + x) & 0xff;
  }

  private static double meanLumaError(AVFrame frame, BufferedImage image) {
    double sum = 0;
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        sum += Math.abs(luma(frame, x, y) - (image.getRGB(x, y) & 0xff));
      }
    }
    return sum / (frame.width() * frame.height());
  }

  /** Grey waves with a little noise, such as skin and hair have. */
  private static AVFrame texture(int width, int height) {
    AVFrame frame = avutil.av_frame_alloc();
    frame.width(width).height(height).format(avutil.AV_PIX_FMT_YUV420P);
    frame.color_range(avutil.AVCOL_RANGE_JPEG);
    avutil.av_frame_get_buffer(frame, 0);
    Random random = new Random(1);
    for (int plane = 0; plane < 3; plane++) {
      int rows = plane == 0 ? height : (height + 1) / 2;
      byte[] bytes = new byte[frame.linesize(plane) * rows];
      for (int i = 0; i < bytes.length; i++) {
        double wave = 128 + 80 * Math.sin(i % frame.linesize(0) / 7.0) + random.nextGaussian() * 4;
        bytes[i] = (byte) (plane == 0 ? (int) wave : 128);
      }
      frame.data(plane).capacity(bytes.length).put(bytes);
    }
    return frame;
  }
}
