package io.facestream.quickstart.demo;

import io.facestream.ingest.scene.DrawnScene;
import io.facestream.ingest.scene.SceneUrl;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** Values of frames that no camera should send, and one that it should. */
final class BadFrames {
  private static final byte[] GOOD = new DrawnScene(SceneUrl.parse("scene:?seed=7")).frame(0);

  /** Where a JPEG's baseline header keeps height and width, counted from its marker. */
  private static final int SIZE_OFFSET = 5;

  private BadFrames() {}

  static byte[] good() {
    return GOOD;
  }

  /** Each bad value under a name that can be a camera's. */
  static Map<String, byte[]> byName() throws IOException {
    Map<String, byte[]> frames = new LinkedHashMap<>();
    frames.put("truncated-jpeg", Arrays.copyOf(GOOD, GOOD.length / 3));
    frames.put("text", "this is no picture\n".repeat(50).getBytes(StandardCharsets.UTF_8));
    frames.put("zero-bytes", new byte[0]);
    frames.put("one-pixel", onePixel());
    frames.put("huge-header", hugeHeader());
    frames.put("polyglot", polyglot());
    frames.put("no-value", null);
    return frames;
  }

  private static byte[] onePixel() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", png);
    return png.toByteArray();
  }

  /** A good picture whose header claims 20,000×20,000 pixels. */
  private static byte[] hugeHeader() {
    byte[] jpeg = GOOD.clone();
    for (int i = 0; i < jpeg.length - SIZE_OFFSET - 4; i++) {
      if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xc0) {
        for (int side = 0; side < 2; side++) {
          jpeg[i + SIZE_OFFSET + 2 * side] = (byte) (20_000 >> 8);
          jpeg[i + SIZE_OFFSET + 2 * side + 1] = (byte) 20_000;
        }
        return jpeg;
      }
    }
    throw new IllegalStateException("The drawn picture is no baseline JPEG");
  }

  /** A web page that carries a JPEG within: whoever trusts its middle shows what nobody sees. */
  private static byte[] polyglot() throws IOException {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    page.write("GIF89a<html><!--".getBytes(StandardCharsets.US_ASCII));
    page.write(GOOD);
    page.write("--></html>".getBytes(StandardCharsets.US_ASCII));
    return page.toByteArray();
  }
}
