package io.facestream.photos.stills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.facestream.vision.picture.Picture;
import io.facestream.vision.picture.file.UnreadablePictureException;
import io.facestream.wire.PictureType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StillReaderTest {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 120;

  @ParameterizedTest
  @ValueSource(strings = {"heic", "avif", "tiff", "bmp", "gif"})
  void shouldReadThePictureWithItsRedCorner(String format) throws Exception {
    byte[] photo = photo(format);
    try (Picture picture = StillReader.read(photo, PictureType.of(photo).orElseThrow())) {
      assertThat(picture.width()).isEqualTo(WIDTH);
      assertThat(picture.height()).isEqualTo(HEIGHT);
      assertThat(picture.mat().type()).isEqualTo(opencv_core.CV_8UC3);
      assertThat(picture.mat().ptr(10, 10).get(2) & 0xFF).isGreaterThan(225);
      assertThat(picture.mat().ptr(10, 10).get(0) & 0xFF).isLessThan(40);
      assertThat(picture.mat().ptr(110, 10).get(2) & 0xFF).isLessThan(60);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"heic", "avif", "tiff", "bmp", "gif"})
  void shouldRefuseAPictureThatIsCutAtAnyTenth(String format) throws Exception {
    byte[] photo = photo(format);
    PictureType type = PictureType.of(photo).orElseThrow();
    for (int tenth = 1; tenth < 10; tenth++) {
      byte[] cut = Arrays.copyOf(photo, photo.length * tenth / 10);
      assertThatThrownBy(() -> StillReader.read(cut, type).close())
          .as("%d tenths of %d bytes", tenth, photo.length)
          .isInstanceOf(UnreadablePictureException.class)
          .hasMessageStartingWith("damaged ");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldTurnATiffAsItsTagSays(int tag) throws Exception {
    byte[] turned = TiffTag.orientation(photo("tiff"), tag);
    try (Picture picture = StillReader.read(turned, PictureType.TIFF)) {
      assertThat(picture.width()).isEqualTo(tag < 5 ? WIDTH : HEIGHT);
      assertThat(picture.height()).isEqualTo(tag < 5 ? HEIGHT : WIDTH);
      boolean right = tag == 2 || tag == 3 || tag == 6 || tag == 7;
      boolean low = tag == 3 || tag == 4 || tag == 7 || tag == 8;
      int x = right ? picture.width() - 10 : 10;
      int y = low ? picture.height() - 10 : 10;
      assertThat(picture.mat().ptr(y, x).get(2) & 0xFF).as("red at %d, %d", x, y).isEqualTo(255);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "heic, irot, 0, UPPER, LEFT",
    "heic, irot, 1, LOWER, LEFT",
    "heic, irot, 2, LOWER, RIGHT",
    "heic, irot, 3, UPPER, RIGHT",
    "heic, imir, 0, LOWER, LEFT",
    "heic, imir, 1, UPPER, RIGHT",
    "avif, irot, 1, LOWER, LEFT",
    "avif, imir, 1, UPPER, RIGHT"
  })
  void shouldTurnAPhonesPictureAsItsPropertySays(
      String format, String property, int value, String row, String column) throws Exception {
    byte[] turned = ItemProperty.add(photo(format), property, value);
    boolean onItsSide = property.equals("irot") && value % 2 == 1;
    try (Picture picture = StillReader.read(turned, PictureType.of(turned).orElseThrow())) {
      assertThat(picture.width()).isEqualTo(onItsSide ? HEIGHT : WIDTH);
      int x = column.equals("LEFT") ? 10 : picture.width() - 10;
      int y = row.equals("UPPER") ? 10 : picture.height() - 10;
      assertThat(picture.mat().ptr(y, x).get(2) & 0xFF)
          .as("red at %d, %d", x, y)
          .isGreaterThan(225);
      assertThat(picture.mat().ptr(y, x).get(0) & 0xFF).as("blue at %d, %d", x, y).isLessThan(40);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bmp", "gif", "tiff"})
  void shouldRefuseBySizeBeforeDecoding(String format) {
    byte[] tiny = encoded(format, 8, 8);
    assertThatThrownBy(() -> StillReader.read(tiny, PictureType.of(tiny).orElseThrow()).close())
        .isInstanceOf(UnreadablePictureException.class)
        .hasMessageStartingWith("too small: 8×8 pixels");
  }

  @Test
  void shouldPutTheTilesOfAPhoneTogetherAndCropThem() throws Exception {
    assumeThat(System.getenv("FACESTREAM_DATA")).as("FACESTREAM_DATA is set").isNotBlank();
    Path tiled = Path.of(System.getenv("FACESTREAM_DATA"), "cases/pic-skipped-photos/4.heic");
    assumeThat(tiled).exists();
    try (Picture picture = StillReader.read(Files.readAllBytes(tiled), PictureType.HEIC)) {
      assertThat(picture.width()).isEqualTo(96);
      assertThat(picture.height()).isEqualTo(48);
    }
  }

  private static byte[] photo(String format) throws IOException {
    if (!format.equals("heic") && !format.equals("avif")) {
      return encoded(format, WIDTH, HEIGHT);
    }
    try (InputStream in = StillReaderTest.class.getResourceAsStream("s." + format)) {
      return in.readAllBytes();
    }
  }

  private static byte[] encoded(String format, int width, int height) {
    try (Mat pixels = new Mat(height, width, opencv_core.CV_8UC3, new Scalar(90, 90, 20, 0));
        BytePointer out = new BytePointer()) {
      Rect corner = new Rect(0, 0, width / 4, height / 4);
      opencv_imgproc.rectangle(pixels, corner, new Scalar(0, 0, 255, 0), -1, 8, 0);
      opencv_imgcodecs.imencode("." + format, pixels, out);
      byte[] bytes = new byte[(int) out.limit()];
      out.get(bytes);
      return bytes;
    }
  }
}
