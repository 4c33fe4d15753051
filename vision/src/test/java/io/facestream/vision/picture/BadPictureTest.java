package io.facestream.vision.picture;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.vision.picture.file.UnreadablePictureException;
import io.facestream.vision.testing.Pictures;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadPictureTest {

  @Test
  void shouldRefuseZeroBytes() {
    assertRefused(new byte[0], "zero bytes: send the encoded picture itself as the value");
  }

  @Test
  void shouldRefuseText() {
    assertRefused(
        "Dear camera, please smile.\n".getBytes(US_ASCII),
        "not a picture but text: send JPEG, PNG or WebP");
  }

  @ParameterizedTest
  @CsvSource({
    "474946383961, GIF is not taken as a frame",
    "424D3600000000000000360000002800000000, BMP is not taken as a frame",
    "49492A00, TIFF is not taken as a frame",
    "000000186674797068656963000000006D696631, HEIC is not taken as a frame",
    "0000001866747970617669660000000061766966, AVIF is not taken as a frame",
    "000000186674797069736F6D0000000069736F6D, a video or audio file",
    "255044462D312E37, a PDF document",
    "010203, not a picture",
  })
  void shouldNameWhatItDoesNotTake(String start, String name) {
    byte[] jpeg = Pictures.encode(".jpg", 64, 64);
    assertRefused(concat(HexFormat.of().parseHex(start), jpeg), name + ": send JPEG, PNG or WebP");
  }

  @Test
  void shouldRefuseOtherContentBehindTheMagicOfAJpeg() {
    byte[] magic = Pictures.bytes(0xFF, 0xD8, 0xFF, 0xE0);
    assertRefused(concat(magic, "<html>hello</html>".getBytes(US_ASCII)), "truncated JPEG");
    assertRefused(concat(Pictures.jpegHeader(64, 64), Pictures.bytes(0xFF, 0xD9)), "damaged JPEG");
    byte[] scan = Pictures.bytes(0xFF, 0xDA, 0, 2, 1, 2, 3, 4, 0xFF, 0xD9);
    assertRefused(
        concat(Pictures.jpegHeader(64, 64), scan), "damaged JPEG: a scan header is not one");
  }

  @Test
  void shouldRefuseTooManyPixelsByTheHeaderAlone() {
    assertRefused(
        Pictures.jpegHeader(20_000, 20_000),
        "too large: 20000×20000 pixels, at most 50000000 in all, scale it down");
  }

  @ParameterizedTest
  @ValueSource(strings = {".jpg", ".png", ".webp"})
  void shouldRefuseAPictureTooSmallForAnyFace(String suffix) {
    assertRefused(
        Pictures.encode(suffix, 1, 1),
        "too small: 1×1 pixels, at least 16 a side, send a larger picture");
  }

  private static void assertRefused(byte[] encoded, String reason) {
    assertThatThrownBy(() -> Picture.decode(encoded, DecodeOptions.fullSize()).close())
        .isInstanceOf(UnreadablePictureException.class)
        .hasMessageStartingWith(reason)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
