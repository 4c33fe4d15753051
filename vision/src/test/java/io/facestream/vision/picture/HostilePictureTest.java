package io.facestream.vision.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_PROGRESSIVE;

import io.facestream.vision.picture.file.UnreadablePictureException;
import io.facestream.vision.testing.DrawnPicture;
import io.facestream.vision.testing.Pictures;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures made to cost much or to show what no viewer shows. */
class HostilePictureTest {

  @Test
  void shouldRefuseAJpegOfManyScans() {
    byte[] whole = DrawnPicture.encode(".jpg", 640, 480, IMWRITE_JPEG_PROGRESSIVE, 1);
    int lastScan = lastIndexOf(whole, 0xFF, 0xDA);
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    many.write(whole, 0, firstIndexOf(whole, 0xFF, 0xDA));
    byte[] first =
        Arrays.copyOfRange(whole, firstIndexOf(whole, 0xFF, 0xDA), nextScanOrTable(whole));
    for (int i = 0; i < 400; i++) {
      many.writeBytes(first);
    }
    many.write(whole, lastScan, whole.length - lastScan);
    assertRefused(many.toByteArray(), "too laborious JPEG: more than 32 scans");
  }

  @Test
  void shouldRefuseAJpegOfManySegments() {
    byte[] whole = DrawnPicture.encode(".jpg", 64, 48);
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    many.write(whole, 0, 2);
    for (int i = 0; i < 5000; i++) {
      many.writeBytes(Pictures.bytes(0xFF, 0xFE, 0, 2));
    }
    many.write(whole, 2, whole.length - 2);
    assertRefused(many.toByteArray(), "too laborious JPEG: more than 4096 segments");
  }

  @Test
  void shouldRefuseAPngOfManyChunks() {
    byte[] whole = DrawnPicture.encode(".png", 64, 48);
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    many.write(whole, 0, 33);
    for (int i = 0; i < 30_000; i++) {
      many.writeBytes(Pictures.bytes(0, 0, 0, 0, 't', 'E', 'X', 't', 0, 0, 0, 0));
    }
    many.write(whole, 33, whole.length - 33);
    assertRefused(many.toByteArray(), "too laborious PNG: more than 20000 chunks");
  }

  @Test
  void shouldNameTheLimitOfASide() {
    byte[] png = DrawnPicture.encode(".png", 64, 16);
    ByteBuffer.wrap(png).putInt(16, 1_100_000);
    CRC32 sum = new CRC32();
    sum.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
    assertRefused(png, "too large: 1100000×16 pixels, at most 1048576 a side, scale it down");
  }

  @ParameterizedTest
  @ValueSource(strings = {".png", ".webp"})
  void shouldShowNothingBelowFullTransparency(String suffix) throws UnreadablePictureException {
    assertErased(suffix, opencv_core.CV_8UC4, 255);
  }

  @Test
  void shouldShowNothingBelowFullTransparencyOfDeepPixels() throws UnreadablePictureException {
    assertErased(".png", opencv_core.CV_16UC4, 65535);
  }

  /** The left half is erased, the right half is white. */
  private static void assertErased(String suffix, int type, int full)
      throws UnreadablePictureException {
    byte[] encoded;
    try (Mat pixels = new Mat(64, 64, type, Scalar.all(full));
        Mat left = new Mat(pixels, new Rect(0, 0, 32, 64))) {
      left.put(new Scalar(0, 0, full, 0));
      encoded = DrawnPicture.encode(suffix, pixels);
    }
    try (Picture picture = Picture.decode(encoded, DecodeOptions.fullSize())) {
      assertThat(picture.mat().type()).isEqualTo(opencv_core.CV_8UC3);
      for (int channel = 0; channel < 3; channel++) {
        assertThat(picture.mat().ptr(30, 10).get(channel) & 0xFF).isBetween(127, 129);
        assertThat(picture.mat().ptr(30, 50).get(channel) & 0xFF).isGreaterThan(253);
      }
    }
  }

  private static void assertRefused(byte[] encoded, String reason) {
    assertThatThrownBy(() -> Picture.decode(encoded, DecodeOptions.fullSize()).close())
        .isInstanceOf(UnreadablePictureException.class)
        .hasMessageStartingWith(reason);
  }

  private static int firstIndexOf(byte[] data, int... two) {
    int at = 0;
    while ((data[at] & 0xFF) != two[0] || (data[at + 1] & 0xFF) != two[1]) {
      at++;
    }
    return at;
  }

  private static int lastIndexOf(byte[] data, int... two) {
    int at = data.length - 2;
    while ((data[at] & 0xFF) != two[0] || (data[at + 1] & 0xFF) != two[1]) {
      at--;
    }
    return at;
  }

  /** Where the first scan ends: at the next table. */
  private static int nextScanOrTable(byte[] data) {
    int at = firstIndexOf(data, 0xFF, 0xDA) + 2;
    while (data[at] != (byte) 0xFF || data[at + 1] == 0) {
      at++;
    }
    return at;
  }
}
