package io.facestream.ingest.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Java2DFrameConverter;

/** Draws pictures and films them; each picture carries its number, which survives encoding. */
public final class Videos {
  public static final int WIDTH = 320;
  public static final int HEIGHT = 240;
  private static final int BITS = 10;
  private static final int CELL = 32;

  private Videos() {}

  /** A film of so many numbered pictures at a rate. */
  public static Path film(Path file, int pictures, double rate) throws IOException {
    return film(file, pictures, rate, 0);
  }

  /** A film that says it must be turned clockwise to stand upright. */
  public static Path filmTurned(Path file, int pictures, int clockwise) throws IOException {
    return film(file, pictures, 25, clockwise);
  }

  private static Path film(Path file, int pictures, double rate, int clockwise) throws IOException {
    avutil.av_log_set_level(avutil.AV_LOG_ERROR);
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), WIDTH, HEIGHT, 0);
        Java2DFrameConverter converter = new Java2DFrameConverter()) {
      recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
      recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
      recorder.setFrameRate(rate);
      recorder.setVideoQuality(2);
      recorder.setDisplayRotation(-clockwise);
      recorder.start();
      for (int number = 0; number < pictures; number++) {
        recorder.record(converter.convert(draw(number)));
      }
    }
    return file;
  }

  /** A picture with its number as black and white cells. */
  public static BufferedImage draw(int number) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(90, 120, 150));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    for (int bit = 0; bit < BITS; bit++) {
      pen.setColor((number >> bit & 1) == 1 ? Color.WHITE : Color.BLACK);
      pen.fillRect(bit * CELL, 0, CELL, CELL);
    }
    pen.dispose();
    return image;
  }

  /** The number drawn into a picture. */
  public static int numberIn(byte[] picture) throws IOException {
    return numberIn(read(picture));
  }

  /** The number drawn into a decoded picture. */
  public static int numberIn(BufferedImage image) {
    int number = 0;
    for (int bit = 0; bit < BITS; bit++) {
      int green = image.getRGB(bit * CELL + CELL / 2, CELL / 2) >> 8 & 0xff;
      number |= (green > 127 ? 1 : 0) << bit;
    }
    return number;
  }

  /** A numbered picture as JPEG or PNG. */
  public static byte[] encode(int number, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(draw(number), format, bytes);
    return bytes.toByteArray();
  }

  /** Decodes a picture. */
  public static BufferedImage read(byte[] picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(picture));
  }
}
