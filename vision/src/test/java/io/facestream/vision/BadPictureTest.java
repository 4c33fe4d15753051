package io.facestream.vision;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
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
        "not a picture but text: only JPEG, PNG and WebP are taken, convert it to one of them");
  }

  @Test
  void shouldNameAFormatThatIsNotTaken() {
    assertRefused("GIF89a and so on".getBytes(US_ASCII), "a GIF picture: only JPEG, PNG and WebP");
    assertRefused("BM and so on".getBytes(US_ASCII), "a BMP picture: only JPEG, PNG and WebP");
    assertRefused(Pictures.bytes(1, 2, 3), "not a picture: only JPEG, PNG and WebP");
  }

  @Test
  void shouldRefuseAPictureHiddenBehindAnotherFormat() {
    byte[] jpeg = Pictures.encode(".jpg", 64, 64);
    assertRefused(concat("GIF89a".getBytes(US_ASCII), jpeg), "a GIF picture");
    assertRefused(concat("%PDF-1.7\n".getBytes(US_ASCII), jpeg), "a PDF document");
  }

  @Test
  void shouldRefuseOtherContentBehindTheMagicOfAJpeg() {
    byte[] magic = Pictures.bytes(0xFF, 0xD8, 0xFF, 0xE0);
    assertRefused(concat(magic, "<html>hello</html>".getBytes(US_ASCII)), "truncated JPEG");
    assertRefused(concat(Pictures.jpegHeader(64, 64), Pictures.bytes(0xFF, 0xD9)), "damaged JPEG");
    byte[] scan = Pictures.bytes(0xFF, 0xDA, 0, 2, 1, 2, 3, 4, 0xFF, 0xD9);
    assertRefused(
        concat(Pictures.jpegHeader(64, 64), scan), "damaged JPEG: its data do not decode");
  }

  @ParameterizedTest
  @CsvSource({".jpg,JPEG", ".png,PNG", ".webp,WebP"})
  void shouldRefuseATruncatedPictureWhereverItIsCut(String suffix, String format) {
    byte[] whole = Pictures.encode(suffix, 200, 150);
    for (int length = whole.length - 1; length > 16; length -= whole.length / 23) {
      assertRefused(Arrays.copyOf(whole, length), "truncated " + format);
    }
  }

  @Test
  void shouldRefuseATruncatedPictureThatWasPadded() {
    byte[] whole = Pictures.encode(".jpg", 200, 150);
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    assertRefused(Arrays.copyOf(cut, whole.length), "truncated JPEG");
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
