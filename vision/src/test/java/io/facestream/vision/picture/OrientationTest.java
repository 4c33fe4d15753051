package io.facestream.vision.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.vision.picture.file.UnreadablePictureException;
import io.facestream.vision.testing.DrawnPicture;
import io.facestream.vision.testing.Pictures;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One reader of orientation for all formats, wherever it stands. */
class OrientationTest {
  private static final int WIDTH = 48;
  private static final int HEIGHT = 96;
  private static final byte[] TIFF = exif(6);
  private static final byte[] PREFIXED = concat(text("Exif\0\0"), TIFF);
  private static final String XMP =
      "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
          + "<rdf:Description rdf:about='' xmlns:tiff='http://ns.adobe.com/tiff/1.0/' tiff:Orientation='6'/>"
          + "</rdf:RDF></x:xmpmeta>";

  static Stream<Named<byte[]>> turned() {
    return Stream.of(
        Named.of("JPEG EXIF", jpeg(0xE1, PREFIXED)),
        Named.of("JPEG XMP", jpeg(0xE1, text("http://ns.adobe.com/xap/1.0/\0" + XMP))),
        Named.of("PNG eXIf", png("eXIf", TIFF)),
        Named.of("PNG eXIf with a prefix", png("eXIf", PREFIXED)),
        Named.of(
            "PNG zTXt",
            png("zTXt", concat(text("Raw profile type exif\0\0"), deflated(profile())))),
        Named.of("PNG tEXt", png("tEXt", concat(text("Raw profile type APP1\0"), profile()))),
        Named.of("PNG XMP", png("iTXt", text("XML:com.adobe.xmp\0\0\0\0\0" + XMP))),
        Named.of("WebP EXIF", webp("EXIF", TIFF)),
        Named.of("WebP EXIF with a prefix", webp("EXIF", PREFIXED)),
        Named.of("WebP XMP", webp("XMP ", text(XMP))));
  }

  static Stream<Named<byte[]>> leftAsTheyAre() {
    byte[] bomb = deflated(new byte[1 << 26]);
    String fetching = "<!DOCTYPE x SYSTEM 'file:///etc/hostname'>" + XMP;
    return Stream.of(
        Named.of("nothing", png("eXIf", new byte[0])),
        Named.of("orientation 9", png("eXIf", exif(9))),
        Named.of("no EXIF", png("eXIf", text("this is no EXIF at all, but text"))),
        Named.of(
            "a loop", png("eXIf", ByteBuffer.allocate(14).put(TIFF, 0, 8).putInt(8, 8).array())),
        Named.of("a bomb", png("zTXt", concat(text("Raw profile type exif\0\0"), bomb))),
        Named.of("no deflated data", png("zTXt", text("Raw profile type exif\0\0nothing"))),
        Named.of("no XML", png("iTXt", text("XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta"))),
        Named.of(
            "XML that names files", png("iTXt", text("XML:com.adobe.xmp\0\0\0\0\0" + fetching))),
        Named.of(
            "EXIF before XMP",
            concat(png("eXIf", exif(1), "iTXt", text("XML:com.adobe.xmp\0\0\0\0\0" + XMP)))));
  }

  @ParameterizedTest
  @MethodSource("turned")
  void shouldTurnThePicture(byte[] encoded) throws UnreadablePictureException {
    assertSize(encoded, HEIGHT, WIDTH);
  }

  @ParameterizedTest
  @MethodSource("leftAsTheyAre")
  void shouldTakeAPictureWhoseMetadataAreOfNoUse(byte[] encoded) throws UnreadablePictureException {
    assertSize(encoded, WIDTH, HEIGHT);
  }

  /** The marked corner of the stored picture, top left, comes to where a viewer shows it. */
  @Test
  void shouldTurnAndMirrorEachWay() throws UnreadablePictureException {
    int[][] corners = {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}, {1, 0}, {1, 1}, {0, 1}};
    for (int tag = 1; tag <= 8; tag++) {
      try (Picture picture = decode(png("eXIf", exif(tag)))) {
        int x = corners[tag - 1][0] * (picture.width() - 1);
        int y = corners[tag - 1][1] * (picture.height() - 1);
        int red = picture.mat().ptr(y, x).get(2) & 0xFF;
        assertThat(red).as("orientation %d", tag).isEqualTo(255);
        assertThat(picture.width()).as("orientation %d", tag).isEqualTo(tag < 5 ? WIDTH : HEIGHT);
      }
    }
  }

  private static void assertSize(byte[] encoded, int width, int height)
      throws UnreadablePictureException {
    try (Picture picture = decode(encoded)) {
      assertThat(picture.width()).isEqualTo(width);
      assertThat(picture.height()).isEqualTo(height);
      assertThat(picture.publishedWidth()).isEqualTo(width);
    }
  }

  private static Picture decode(byte[] encoded) throws UnreadablePictureException {
    return Picture.decode(encoded, DecodeOptions.fullSize());
  }

  private static byte[] exif(int orientation) {
    return Pictures.bytes(
        'M',
        'M',
        0,
        42,
        0,
        0,
        0,
        8,
        0,
        1,
        0x01,
        0x12,
        0,
        3,
        0,
        0,
        0,
        1,
        0,
        orientation,
        0,
        0,
        0,
        0,
        0,
        0);
  }

  private static byte[] profile() {
    return text(
        "\nexif\n      " + PREFIXED.length + "\n" + HexFormat.of().formatHex(PREFIXED) + "\n");
  }

  private static byte[] jpeg(int marker, byte[] data) {
    byte[] plain = drawn(".jpg");
    byte[] head =
        Pictures.bytes(0xFF, 0xD8, 0xFF, marker, data.length + 2 >> 8, data.length + 2 & 255);
    return concat(head, data, Arrays.copyOfRange(plain, 2, plain.length));
  }

  private static byte[] png(Object... chunks) {
    byte[] plain = drawn(".png");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(plain, 0, 33);
    for (int i = 0; i < chunks.length; i += 2) {
      byte[] named = concat(text((String) chunks[i]), (byte[]) chunks[i + 1]);
      CRC32 sum = new CRC32();
      sum.update(named);
      out.writeBytes(ByteBuffer.allocate(4).putInt(named.length - 4).array());
      out.writeBytes(named);
      out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
    out.write(plain, 33, plain.length - 33);
    return out.toByteArray();
  }

  private static byte[] webp(String chunk, byte[] data) {
    byte[] plain = drawn(".webp");
    byte[] header =
        Pictures.bytes(
            'V', 'P', '8', 'X', 10, 0, 0, 0, 0x0C, 0, 0, 0, WIDTH - 1, 0, 0, HEIGHT - 1, 0, 0);
    byte[] body =
        concat(
            text("WEBP"),
            header,
            Arrays.copyOfRange(plain, 12, plain.length),
            text(chunk),
            Pictures.bytes(data.length, data.length >> 8, 0, 0),
            data,
            new byte[data.length & 1]);
    return concat(
        text("RIFF"), Pictures.bytes(body.length, body.length >> 8, body.length >> 16, 0), body);
  }

  private static byte[] drawn(String suffix) {
    try (var pixels = DrawnPicture.draw(WIDTH, HEIGHT)) {
      pixels.ptr(0, 0).put((byte) 0, (byte) 0, (byte) 255);
      return DrawnPicture.encode(suffix, pixels);
    }
  }

  private static byte[] deflated(byte[] data) {
    Deflater deflater = new Deflater();
    deflater.setInput(data);
    deflater.finish();
    byte[] out = new byte[data.length / 100 + 1000];
    int length = deflater.deflate(out);
    return Arrays.copyOf(out, length);
  }

  private static byte[] text(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
