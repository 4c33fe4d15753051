package io.facestream.ingest.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/**
 * Grey pictures of two moments, one in the even and one in the odd lines: numbered as those of
 * {@link Videos}, with a white bar that is elsewhere at each moment.
 */
public final class InterlacedPicture {
  private static final int BAR_WIDTH = 16;
  private static final int BAR_TOP = 96;
  private static final int BAR_HEIGHT = 112;
  private static final int MARGIN = 4;
  private static final int BRIGHT = 210;

  private InterlacedPicture() {}

  /** Luma in limited range, row-major; black beside the drawing. */
  static byte[] luma(int number, int width, int height, FieldOrder order) {
    BufferedImage first = moment(number, 0);
    BufferedImage second = order == FieldOrder.PROGRESSIVE ? first : moment(number, 1);
    byte[] luma = new byte[width * height];
    for (int y = 0; y < height; y++) {
      boolean odd = y % 2 == 1;
      BufferedImage moment = odd == (order == FieldOrder.BOTTOM_FIRST) ? first : second;
      for (int x = 0; x < width; x++) {
        boolean drawn = x < Videos.WIDTH && y < Videos.HEIGHT;
        luma[y * width + x] = (byte) (16 + (drawn ? moment.getRGB(x, y) & 0xff : 0) * 219 / 255);
      }
    }
    return luma;
  }

  /**
   * How many pixels of a decoded picture are bright where its first moment is not, or the other way
   * round; the bar's edges apart. A comb, or the other moment, has hundreds.
   */
  public static int differencesFromFirstMoment(BufferedImage picture) {
    int bar = barAt(2 * Videos.numberIn(picture));
    int count = 0;
    for (int y = BAR_TOP + MARGIN; y < BAR_TOP + BAR_HEIGHT - MARGIN; y++) {
      for (int x = 0; x < Videos.WIDTH; x++) {
        boolean bright = (picture.getRGB(x, y) >> 8 & 0xff) > BRIGHT;
        boolean within = x >= bar + MARGIN && x < bar + BAR_WIDTH - MARGIN;
        boolean outside = x < bar - MARGIN || x >= bar + BAR_WIDTH + MARGIN;
        count += bright ? (outside ? 1 : 0) : within ? 1 : 0;
      }
    }
    return count;
  }

  private static BufferedImage moment(int number, int later) {
    BufferedImage image = Videos.draw(number);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(barAt(2 * number + later), BAR_TOP, BAR_WIDTH, BAR_HEIGHT);
    pen.dispose();
    return image;
  }

  private static int barAt(int moment) {
    return moment * BAR_WIDTH % Videos.WIDTH;
  }
}
