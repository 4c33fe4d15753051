package io.facestream.vision.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_OPTIMIZE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_PROGRESSIVE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_RST_INTERVAL;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_422;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_WEBP_QUALITY;

import io.facestream.vision.picture.file.UnreadablePictureException;
import io.facestream.vision.testing.DrawnPicture;
import io.facestream.vision.testing.Pictures;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a decoder would have to make up is refused, and nothing else is. */
class IncompletePictureTest {
  private static final int WIDTH = 637;
  private static final int HEIGHT = 475;
  private static final byte[] END_MARK = Pictures.bytes(0xFF, 0xD9);

  static Stream<Named<byte[]>> jpegs() {
    return Stream.of(
        jpeg("baseline"),
        jpeg("with tables of its own", IMWRITE_JPEG_OPTIMIZE, 1),
        jpeg("of little quality", IMWRITE_JPEG_QUALITY, 40, IMWRITE_JPEG_OPTIMIZE, 1),
        jpeg("progressive", IMWRITE_JPEG_PROGRESSIVE, 1),
        jpeg("with restart marks", IMWRITE_JPEG_RST_INTERVAL, 7),
        jpeg(
            "progressive with restart marks",
            IMWRITE_JPEG_PROGRESSIVE,
            1,
            IMWRITE_JPEG_RST_INTERVAL,
            7),
        jpeg("4:4:4", IMWRITE_JPEG_SAMPLING_FACTOR, IMWRITE_JPEG_SAMPLING_FACTOR_444),
        jpeg(
            "progressive 4:2:2",
            IMWRITE_JPEG_PROGRESSIVE,
            1,
            IMWRITE_JPEG_SAMPLING_FACTOR,
            IMWRITE_JPEG_SAMPLING_FACTOR_422),
        Named.of("grey", grey()),
        Named.of("progressive grey", grey(IMWRITE_JPEG_PROGRESSIVE, 1)));
  }

  static Stream<Named<byte[]>> others() {
    return Stream.of(
        Named.of("PNG", DrawnPicture.encode(".png", WIDTH, HEIGHT)),
        Named.of("WebP", DrawnPicture.encode(".webp", WIDTH, HEIGHT, IMWRITE_WEBP_QUALITY, 80)),
        Named.of(
            "lossless WebP",
            DrawnPicture.encode(".webp", WIDTH, HEIGHT, IMWRITE_WEBP_QUALITY, 101)));
  }

  @ParameterizedTest
  @MethodSource({"jpegs", "others"})
  void shouldTakeWhatIsWhole(byte[] whole) throws UnreadablePictureException {
    assertTaken(whole);
    assertTaken(concat(whole, new byte[1000]));
    assertTaken(concat(whole, "SEFHj\0\0\0\1\0\0\0SEFT".getBytes(ISO_8859_1)));
    assertTaken(concat(whole, whole));
  }

  @ParameterizedTest
  @MethodSource("jpegs")
  void shouldTakeAJpegWithoutEndMarkWhateverFollows(byte[] whole)
      throws UnreadablePictureException {
    byte[] unmarked = Arrays.copyOf(whole, whole.length - 2);
    String name = "\0\0\1\n\16\0\0\0Image_UTC_Data1530186624000";
    byte[] notes =
        (name + "\21".repeat(200) + "SEFHj\0\0\0\1\0\0\0$\0\0\0SEFT").getBytes(ISO_8859_1);
    byte[] notesWithMark = notes.clone();
    System.arraycopy(END_MARK, 0, notesWithMark, 99, 2);
    assertTaken(unmarked);
    assertTaken(Arrays.copyOf(whole, whole.length - 1));
    assertTaken(concat(unmarked, notes));
    assertTaken(concat(unmarked, notesWithMark));
    assertTaken(concat(unmarked, new byte[100]));
    assertTaken(concat(unmarked, whole));
    assertTaken(concat(unmarked, new byte[] {1, 2, 3}, END_MARK));
  }

  @ParameterizedTest
  @MethodSource({"jpegs", "others"})
  void shouldRefuseAPictureCutAtAnyTenth(byte[] whole) {
    for (int tenth = 1; tenth < 10; tenth++) {
      byte[] cut = Arrays.copyOf(whole, whole.length / 10 * tenth);
      assertRefused(cut, tenth);
      assertRefused(concat(cut, END_MARK), tenth);
      assertRefused(concat(cut, new byte[2000], END_MARK), tenth);
      assertRefused(Arrays.copyOf(cut, whole.length), tenth);
    }
  }

  @ParameterizedTest
  @MethodSource({"jpegs", "others"})
  void shouldRefuseAPictureWithAHoleAtAnyTenth(byte[] whole) {
    for (int tenth = 1; tenth < 10; tenth++) {
      byte[] holed = whole.clone();
      int from = whole.length / 10 * tenth;
      Arrays.fill(holed, from, Math.min(from + 2048, whole.length - 100), (byte) 0);
      assertRefused(holed, tenth);
    }
  }

  private static Named<byte[]> jpeg(String name, int... flags) {
    return Named.of(name + " JPEG", DrawnPicture.encode(".jpg", WIDTH, HEIGHT, flags));
  }

  private static byte[] grey(int... flags) {
    try (Mat colours = DrawnPicture.draw(WIDTH, HEIGHT);
        Mat grey = new Mat()) {
      opencv_imgproc.cvtColor(colours, grey, opencv_imgproc.COLOR_BGR2GRAY);
      return DrawnPicture.encode(".jpg", grey, flags);
    }
  }

  private static void assertTaken(byte[] encoded) throws UnreadablePictureException {
    try (Picture picture = Picture.decode(encoded, DecodeOptions.fullSize())) {
      assertThat(picture.width()).isEqualTo(WIDTH);
    }
  }

  private static void assertRefused(byte[] encoded, int tenth) {
    assertThatThrownBy(() -> Picture.decode(encoded, DecodeOptions.fullSize()).close())
        .as("at tenth %d", tenth)
        .isInstanceOf(UnreadablePictureException.class)
        .hasMessageMatching("(truncated|damaged) .*");
  }

  private static byte[] concat(byte[]... parts) {
    byte[] all = new byte[0];
    for (byte[] part : parts) {
      int length = all.length;
      all = Arrays.copyOf(all, length + part.length);
      System.arraycopy(part, 0, all, length, part.length);
    }
    return all;
  }
}
