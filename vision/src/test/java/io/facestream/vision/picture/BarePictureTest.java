package io.facestream.vision.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_PROGRESSIVE;

import io.facestream.vision.picture.file.BarePicture;
import io.facestream.vision.picture.file.PictureFile;
import io.facestream.vision.picture.file.UnreadablePictureException;
import io.facestream.vision.testing.DrawnPicture;
import io.facestream.vision.testing.Pictures;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file tells of nothing but what is to be seen in it. */
class BarePictureTest {
  private static final String SECRET = "52.5200 N 13.4050 E";
  private static final byte[] NOTE = text("Exif\0\0" + SECRET);
  private static final byte[] JPEG = DrawnPicture.encode(".jpg", 48, 96);
  private static final byte[] PROGRESSIVE =
      DrawnPicture.encode(".jpg", 48, 96, IMWRITE_JPEG_PROGRESSIVE, 1);
  private static final byte[] PNG = DrawnPicture.encode(".png", 48, 96);
  private static final byte[] WEBP = DrawnPicture.encode(".webp", 48, 96);
  private static final int BEHIND_JFIF = 20;
  private static final int BEHIND_PNG_HEADER = 33;

  static Stream<Named<byte[]>> telling() {
    byte[] exif = segment(0xE1);
    byte[] stray = concat(new byte[] {7}, exif);
    return Stream.of(
        Named.of("EXIF", insert(JPEG, 2, exif)),
        Named.of("EXIF of a progressive JPEG", insert(PROGRESSIVE, BEHIND_JFIF, exif)),
        Named.of("EXIF behind a stray byte", insert(JPEG, BEHIND_JFIF, stray)),
        Named.of("EXIF behind the scan", insert(JPEG, JPEG.length - 2, exif)),
        Named.of("Photoshop's", insert(JPEG, BEHIND_JFIF, segment(0xED))),
        Named.of("a comment", insert(JPEG, BEHIND_JFIF, segment(0xFE))),
        Named.of("no colour profile", insert(JPEG, BEHIND_JFIF, segment(0xE2))),
        Named.of("behind a JPEG", concat(JPEG, NOTE)),
        Named.of("eXIf", insert(PNG, BEHIND_PNG_HEADER, chunk("eXIf"))),
        Named.of("tEXt", insert(PNG, BEHIND_PNG_HEADER, chunk("tEXt"))),
        Named.of("behind a PNG", concat(PNG, NOTE)),
        Named.of("EXIF of a WebP", webp("EXIF")),
        Named.of("a chunk of one's own", webp("NOTE")),
        Named.of("behind a WebP", concat(WEBP, NOTE)));
  }

  @ParameterizedTest
  @MethodSource("telling")
  void shouldTellNothingButThePicture(byte[] encoded) throws UnreadablePictureException {
    byte[] bare = bare(encoded);
    assertThat(new String(encoded, ISO_8859_1)).contains(SECRET);
    assertThat(new String(bare, ISO_8859_1)).doesNotContain(SECRET);
    assertThat(pixels(bare)).isEqualTo(pixels(encoded));
    assertThat(bare(bare)).as("again").isEqualTo(bare);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldStayTurnedAsItIs(int orientation) throws UnreadablePictureException {
    byte[] png = chunk("eXIf", tiff(orientation));
    for (byte[] encoded :
        new byte[][] {
          Pictures.withOrientation(JPEG, orientation),
          insert(PNG, BEHIND_PNG_HEADER, png),
          webp("EXIF", tiff(orientation))
        }) {
      assertThat(pixels(bare(encoded))).isEqualTo(pixels(encoded));
    }
  }

  @Test
  void shouldTakeNothingThatIsNotWhole() {
    byte[] cutChunk = concat(webp("EXIF"), text("NOTE"), new byte[] {100, 0, 0, 0});
    cutChunk[4] += 8;
    for (byte[] encoded :
        new byte[][] {
          Arrays.copyOf(JPEG, JPEG.length / 2),
          Arrays.copyOf(PNG, PNG.length - 20),
          cutChunk,
          text("<svg/>")
        }) {
      assertThatThrownBy(() -> bare(encoded)).isInstanceOf(UnreadablePictureException.class);
    }
  }

  private static byte[] bare(byte[] encoded) throws UnreadablePictureException {
    return BarePicture.of(PictureFile.of(encoded));
  }

  private static byte[] pixels(byte[] encoded) throws UnreadablePictureException {
    try (Picture picture = Picture.decode(encoded, DecodeOptions.fullSize())) {
      byte[] pixels = new byte[3 * picture.width() * picture.height()];
      picture.mat().data().get(pixels);
      return concat(new byte[] {(byte) picture.width(), (byte) picture.height()}, pixels);
    }
  }

  private static byte[] segment(int marker) {
    return concat(Pictures.bytes(0xFF, marker, 0, NOTE.length + 2), NOTE);
  }

  private static byte[] chunk(String kind) {
    return chunk(kind, NOTE);
  }

  private static byte[] chunk(String kind, byte[] data) {
    byte[] named = concat(text(kind), data);
    CRC32 sum = new CRC32();
    sum.update(named);
    return concat(
        ByteBuffer.allocate(4).putInt(data.length).array(),
        named,
        ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  private static byte[] webp(String kind) {
    return webp(kind, NOTE);
  }

  private static byte[] webp(String kind, byte[] data) {
    byte[] body =
        concat(
            text("WEBP"),
            Pictures.bytes('V', 'P', '8', 'X', 10, 0, 0, 0, 0x08, 0, 0, 0, 47, 0, 0, 95, 0, 0),
            Arrays.copyOfRange(WEBP, 12, WEBP.length),
            text(kind),
            Pictures.bytes(data.length, 0, 0, 0),
            data,
            new byte[data.length & 1]);
    return concat(text("RIFF"), Pictures.bytes(body.length, body.length >> 8, 0, 0), body);
  }

  private static byte[] tiff(int orientation) {
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
        1,
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

  private static byte[] insert(byte[] file, int at, byte[] what) {
    return concat(Arrays.copyOf(file, at), what, Arrays.copyOfRange(file, at, file.length));
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
