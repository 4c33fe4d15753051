package io.facestream.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTypeTest {

  static Stream<Arguments> starts() {
    return Stream.of(
        arguments(PictureType.JPEG, hex("FFD8FFE0")),
        arguments(PictureType.JPEG, hex("FFD8FFDB")),
        arguments(PictureType.PNG, hex("89504E470D0A1A0A")),
        arguments(PictureType.WEBP, text("RIFF....WEBPVP8 ")),
        arguments(PictureType.GIF, text("GIF87a")),
        arguments(PictureType.GIF, text("GIF89a")),
        arguments(PictureType.TIFF, text("II*\0")),
        arguments(PictureType.TIFF, text("MM\0*")),
        arguments(PictureType.BMP, text("BM....\0\0\0\0\66\0\0\0\50\0\0\0")),
        arguments(PictureType.BMP, text("BM....\0\0\0\0\32\0\0\0\14\0\0\0")),
        arguments(PictureType.HEIC, text("\0\0\0\40ftypheic\0\0\0\0mif1MiHEmiafheic")),
        arguments(PictureType.HEIC, text("\0\0\0\30ftypmif1\0\0\0\0mif1heic")),
        arguments(PictureType.HEIC, text("\0\0\0\34ftypmsf1\0\0\0\0hevcmsf1iso8")),
        arguments(PictureType.AVIF, text("\0\0\0\34ftypavif\0\0\0\0avifmif1miaf")),
        arguments(PictureType.AVIF, text("\0\0\0\34ftypmif1\0\0\0\0mif1avifmiaf")));
  }

  @ParameterizedTest
  @MethodSource("starts")
  void shouldKnowAPictureByItsFirstBytes(PictureType type, byte[] start) {
    assertThat(PictureType.of(start)).contains(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "BM",
        "BMW has built a car",
        "\0\0\0\34ftypisom\0\0\2\0isomiso2avc1",
        "\0\0\0\30ftypisom\0\0\2\0isomiso2avif after the box",
        "\0\0\0\30ftypisomheic\2\0isomiso2",
        "RIFF....AVI LIST",
        "%PDF-1.7"
      })
  void shouldTakeNothingElseForAPicture(String start) {
    assertThat(PictureType.of(text(start))).isEmpty();
  }

  @Test
  void shouldListWhatFramesTakeAndWhatIsReadAtEnrolment() {
    assertThat(PictureType.frames()).isEqualTo("JPEG, PNG or WebP");
    assertThat(PictureType.all()).isEqualTo("JPEG, PNG, WebP, HEIC, AVIF, TIFF, BMP or GIF");
  }

  private static byte[] text(String text) {
    return text.getBytes(US_ASCII);
  }

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
