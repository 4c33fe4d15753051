package io.facestream.console.pictures;

import io.facestream.wire.Box;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Cuts a face out of a frame. What comes out is encoded anew, so nothing that a camera wrote beside
 * the picture (place, time, its number) goes out with it.
 */
public final class FaceCrop {
  /** Of the face's width and height, on each side. */
  private static final double MARGIN = 0.4;

  private static final long MOST_PIXELS = 40_000_000;
  private static final int LONGEST_SIDE = 1280;
  private static final float QUALITY = 0.9f;

  private FaceCrop() {}

  /**
   * A JPEG.
   *
   * @param box of the face; null for the whole frame
   * @throws IOException when the frame is nothing that the JDK decodes, or has too many pixels
   */
  public static byte[] jpeg(byte[] frame, Box box) throws IOException {
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(frame))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("no decoder for this kind of picture");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return encode(opaque(read(reader, box)));
      } finally {
        reader.dispose();
      }
    }
  }

  private static BufferedImage read(ImageReader reader, Box box) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if ((long) width * height > MOST_PIXELS) {
      throw new IOException("too many pixels");
    }
    Rectangle wanted = box == null ? new Rectangle(width, height) : around(box, width, height);
    ImageReadParam how = reader.getDefaultReadParam();
    how.setSourceRegion(wanted);
    int every = Math.max(1, Math.max(wanted.width, wanted.height) / LONGEST_SIDE);
    how.setSourceSubsampling(every, every, 0, 0);
    return reader.read(0, how);
  }

  /** The face with its margin, as far as it lies within the frame; at least a pixel. */
  static Rectangle around(Box box, int width, int height) {
    int left = within((box.x() - MARGIN * box.width()) * width, width - 1);
    int top = within((box.y() - MARGIN * box.height()) * height, height - 1);
    int right = within((box.x() + (1 + MARGIN) * box.width()) * width, width);
    int bottom = within((box.y() + (1 + MARGIN) * box.height()) * height, height);
    return new Rectangle(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
  }

  private static int within(double pixels, int most) {
    return (int) Math.max(0, Math.min(most, Math.round(pixels)));
  }

  private static BufferedImage opaque(BufferedImage image) {
    BufferedImage rgb =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = rgb.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return rgb;
  }

  private static byte[] encode(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
