package io.facestream.ingest.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * An interlaced H.264 film of {@link InterlacedPicture}s, which no encoder at hand makes: every
 * macroblock holds its samples as they are (I_PCM), so that it takes no more than their order.
 */
public final class H264Film {
  /** How the two fields are coded. */
  public enum Coding {
    /** Each as a picture of its own (PAFF). */
    FIELD_PICTURES,
    /** In one picture, pairs of macroblocks by turns by field and by frame (MBAFF). */
    FIELD_MACROBLOCKS
  }

  private static final int BLOCK = 16;
  private static final int I_PCM = 25;
  private static final int ALL_SLICES_INTRA = 7;
  private static final int SEQUENCE = 7;
  private static final int PARAMETERS = 8;
  private static final int KEY_PICTURE = 5;
  private static final int PICTURE = 1;
  private static final byte[] GREY = grey();

  private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
  private final int width;
  private final int height;
  private final int codedHeight;
  private final Coding coding;
  private final FieldOrder order;

  /**
   * @param width a multiple of 16
   * @param height a multiple of 4
   */
  public H264Film(int width, int height, Coding coding, FieldOrder order) {
    this.width = width;
    this.height = height;
    this.codedHeight = (height + 2 * BLOCK - 1) / (2 * BLOCK) * (2 * BLOCK);
    this.coding = coding;
    this.order = order;
  }

  /** So many pictures as a bare stream, which players take as it is. */
  public Path write(Path file, int pictures) throws IOException {
    unit(SEQUENCE, sequence());
    unit(PARAMETERS, parameters());
    for (int number = 0; number < pictures; number++) {
      byte[] luma = InterlacedPicture.luma(number, width, codedHeight, order);
      if (coding == Coding.FIELD_MACROBLOCKS) {
        unit(number == 0 ? KEY_PICTURE : PICTURE, picture(number, luma));
      } else {
        boolean bottomFirst = order == FieldOrder.BOTTOM_FIRST;
        unit(number == 0 ? KEY_PICTURE : PICTURE, field(number, luma, bottomFirst, true));
        unit(PICTURE, field(number, luma, !bottomFirst, false));
      }
    }
    return Files.write(file, stream.toByteArray());
  }

  /** Main profile, level 4, picture order by count. */
  private byte[] sequence() {
    int cropped = (codedHeight - height) / 4;
    return new BitWriter()
        .bits(8, 77)
        .bits(8, 0)
        .bits(8, 40)
        .counts(0, 0, 0, 4, 1)
        .bits(1, 0)
        .counts(width / BLOCK - 1, codedHeight / (2 * BLOCK) - 1)
        .bits(1, 0)
        .bits(1, coding == Coding.FIELD_MACROBLOCKS ? 1 : 0)
        .bits(1, 1)
        .bits(1, 1)
        .counts(0, 0, 0, cropped)
        .bits(1, 0)
        .payload();
  }

  /** CAVLC, the order of the fields given with each picture, deblocking as the slices say. */
  private static byte[] parameters() {
    return new BitWriter()
        .counts(0, 0)
        .bits(1, 0)
        .bits(1, 1)
        .counts(0, 0, 0)
        .bits(3, 0)
        .counts(0, 0, 0)
        .bits(3, 0b100)
        .payload();
  }

  private byte[] field(int number, byte[] luma, boolean bottom, boolean first) {
    BitWriter out = head(number).bits(1, 1).bits(1, bottom ? 1 : 0);
    rest(out, number, first && number == 0, 2 * number + (first ? 0 : 1));
    for (int y = 0; y < codedHeight / 2; y += BLOCK) {
      for (int x = 0; x < width; x += BLOCK) {
        block(out, luma, x, 2 * y + (bottom ? 1 : 0), 2);
      }
    }
    return out.payload();
  }

  private byte[] picture(int number, byte[] luma) {
    boolean bottomFirst = order == FieldOrder.BOTTOM_FIRST;
    BitWriter out = head(number).bits(1, 0);
    rest(out, number, number == 0, 2 * number + (bottomFirst ? 1 : 0));
    for (int y = 0; y < codedHeight; y += 2 * BLOCK) {
      for (int x = 0; x < width; x += BLOCK) {
        boolean byField = (x + y) / BLOCK % 2 == 0;
        out.bits(1, byField ? 1 : 0);
        block(out, luma, x, y, byField ? 2 : 1);
        block(out, luma, x, byField ? y + 1 : y + BLOCK, byField ? 2 : 1);
      }
    }
    return out.payload();
  }

  /** The slice's header up to whether it is a field. */
  private static BitWriter head(int number) {
    return new BitWriter().counts(0, ALL_SLICES_INTRA, 0).bits(4, number % 16);
  }

  /** The slice's header from there on. */
  private void rest(BitWriter out, int number, boolean key, int orderCount) {
    if (key) {
      out.counts(0);
    }
    out.bits(8, orderCount % 256);
    if (coding == Coding.FIELD_MACROBLOCKS) {
      out.signed(order == FieldOrder.BOTTOM_FIRST ? -1 : 1);
    }
    out.bits(key ? 2 : 1, 0).signed(0).counts(1);
  }

  /** A macroblock, from every so manyeth line. */
  private void block(BitWriter out, byte[] luma, int x, int y, int step) {
    out.counts(I_PCM).zerosToByte();
    for (int line = 0; line < BLOCK; line++) {
      out.raw(luma, (y + line * step) * width + x, BLOCK);
    }
    out.raw(GREY, 0, GREY.length);
  }

  private void unit(int type, byte[] payload) {
    stream.writeBytes(new byte[] {0, 0, 0, 1, (byte) (0x60 | type)});
    int zeros = 0;
    for (byte value : payload) {
      if (zeros == 2 && value >= 0 && value <= 3) {
        stream.write(3);
        zeros = 0;
      }
      stream.write(value);
      zeros = value == 0 ? zeros + 1 : 0;
    }
  }

  /** Both planes of colour of a macroblock. */
  private static byte[] grey() {
    byte[] grey = new byte[BLOCK * BLOCK / 2];
    Arrays.fill(grey, (byte) 128);
    return grey;
  }
}
