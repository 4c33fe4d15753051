package io.facestream.vision.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.vision.picture.file.UnreadablePictureException;
import io.facestream.vision.testing.Pictures;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

  @ParameterizedTest
  @ValueSource(strings = {".jpg", ".png", ".webp"})
  void shouldDecodeEachFormat(String suffix) throws Exception {
    try (Picture picture = decode(Pictures.encode(suffix, 123, 77))) {
      assertSize(picture, 123, 77, 123, 77);
    }
  }

  @ParameterizedTest
  @CsvSource({"2560,2560,1440", "1280,2560,1440", "641,2560,1440", "640,640,360", "1,320,180"})
  void shouldDecodeJpegNoLargerThanTheDetectorNeeds(int longSide, int width, int height)
      throws Exception {
    DecodeOptions options = new DecodeOptions(longSide, DecodeOptions.DEFAULT_MAX_PIXELS);
    byte[] jpeg = Pictures.encode(".jpg", 2560, 1440);
    try (Picture picture = Picture.decode(jpeg, options)) {
      assertSize(picture, width, height, 2560, 1440);
    }
  }

  @ParameterizedTest
  @CsvSource({"1,123,77", "3,123,77", "6,77,123", "8,77,123"})
  void shouldTurnThePictureAsExifSays(int orientation, int width, int height) throws Exception {
    byte[] jpeg = Pictures.withOrientation(Pictures.encode(".jpg", 123, 77), orientation);
    try (Picture picture = decode(jpeg)) {
      assertSize(picture, width, height, width, height);
    }
  }

  @Test
  void shouldPublishTheTurnedSizeOfAReducedPicture() throws Exception {
    byte[] jpeg = Pictures.withOrientation(Pictures.encode(".jpg", 801, 403), 6);
    try (Picture picture =
        Picture.decode(jpeg, new DecodeOptions(200, DecodeOptions.DEFAULT_MAX_PIXELS))) {
      assertSize(picture, 101, 201, 403, 801);
    }
  }

  @Test
  void shouldTakePaddingAfterTheEndMark() throws Exception {
    byte[] jpeg = Pictures.encode(".jpg", 64, 64);
    try (Picture picture = decode(Arrays.copyOf(jpeg, jpeg.length + 1000))) {
      assertThat(picture.width()).isEqualTo(64);
    }
  }

  private static Picture decode(byte[] encoded) throws UnreadablePictureException {
    return Picture.decode(encoded, DecodeOptions.fullSize());
  }

  private static void assertSize(
      Picture picture, int width, int height, int publishedWidth, int publishedHeight) {
    assertThat(picture.width()).isEqualTo(width);
    assertThat(picture.height()).isEqualTo(height);
    assertThat(picture.publishedWidth()).isEqualTo(publishedWidth);
    assertThat(picture.publishedHeight()).isEqualTo(publishedHeight);
  }
}
