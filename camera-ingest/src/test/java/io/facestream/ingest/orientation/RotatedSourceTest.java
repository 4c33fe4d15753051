package io.facestream.ingest.orientation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.facestream.ingest.camera.FrameSources;
import io.facestream.ingest.source.FrameSource;
import io.facestream.ingest.source.SourceOptions;
import io.facestream.ingest.testing.Quarters;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RotatedSourceTest {
  private static final Charset ISO = StandardCharsets.ISO_8859_1;
  private static final String XMP =
      "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
          + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description "
          + "rdf:about='' xmlns:tiff='http://ns.adobe.com/tiff/1.0/' tiff:Orientation='6'/>"
          + "</rdf:RDF></x:xmpmeta>";

  /** Clockwise from the top left, as orientation 1…8 shows the picture. */
  private static final String[] SHOWN = {
    "0123", "1032", "2301", "3210", "0321", "3012", "2103", "1230"
  };

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {".jpg", ".png", ".webp"})
  void shouldTurnOnTopOfEachOrientationAPictureCarries(String ending) throws Exception {
    byte[] plain = Quarters.encode(ending);
    for (int tag = 1; tag <= 8; tag++) {
      byte[] carrying = OrientationWriter.write(plain, orientation(tag));
      assertThat(Quarters.seen(carrying)).as("orientation %d", tag).endsWith(SHOWN[tag - 1]);
      for (int clockwise = 0; clockwise < 360; clockwise += 90) {
        assertThat(Quarters.seen(rotated(carrying, clockwise)))
            .as("orientation %d turned by %d", tag, clockwise)
            .isEqualTo(turned(Quarters.seen(carrying), clockwise));
      }
    }
  }

  @Test
  void shouldTurnOnTopOfExifOfAnotherByteOrderAndOfXmp() throws Exception {
    byte[] exif = "Exif\0\0II*\0\b\0\0\0\1\0\22\1\3\0\1\0\0\0\6\0\0\0\0\0\0\0".getBytes(ISO);
    for (byte[] segment : new byte[][] {exif, XMP.getBytes(ISO)}) {
      byte[] carrying = withApp1(Quarters.encode(".jpg"), segment);
      assertThat(Quarters.seen(carrying)).isEqualTo("64x96 3012");
      assertThat(Quarters.seen(rotated(carrying, 90))).isEqualTo("96x64 2301");
    }
  }

  @Test
  void shouldTakeThePlaceOfExifDataAndChangeNothingElse() throws Exception {
    byte[] plain = Quarters.encode(".jpg");
    byte[] once = rotated(plain, 90);
    assertThat(once).hasSize(plain.length + 36);
    assertThat(rotated(once, 90)).hasSameSizeAs(once);
    assertThat(Arrays.copyOfRange(once, once.length - 500, once.length))
        .isEqualTo(Arrays.copyOfRange(plain, plain.length - 500, plain.length));
  }

  @ParameterizedTest
  @ValueSource(strings = {".jpg", ".png", ".webp"})
  void shouldHandOnPicturesThatBreakOffAnywhere(String ending) {
    byte[] whole = Quarters.encode(ending);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      byte[] turned = OrientationWriter.write(cut, Orientation.of(cut).turned(90));
      assertThat(turned).hasSizeGreaterThanOrEqualTo(length);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 96x64 0123", "90, 64x96 3012", "180, 96x64 2301", "270, 64x96 1230"})
  void shouldTurnSnapshots(int clockwise, String seen) throws Exception {
    assertThat(seenOfSnapshot(SourceOptions.defaults().withRotate(clockwise))).isEqualTo(seen);
  }

  @ParameterizedTest
  @CsvSource({"0, 48x32 0123", "90, 48x72 3012", "180, 48x32 2301", "270, 48x72 1230"})
  void shouldScaleDownToTheWidthOfTheUprightPicture(int clockwise, String seen) throws Exception {
    SourceOptions narrow = new SourceOptions(0, 48, 95, Duration.ofSeconds(10), clockwise);
    assertThat(seenOfSnapshot(narrow)).isEqualTo(seen);
  }

  @Test
  void shouldTurnMjpeg() throws Exception {
    byte[] jpeg = Quarters.encode(".jpg");
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (int i = 0; i < 3; i++) {
      stream.writeBytes("--b\r\nContent-Type: image/jpeg\r\n\r\n".getBytes(ISO));
      stream.writeBytes(jpeg);
      stream.writeBytes("\r\n".getBytes(ISO));
    }
    String type = "multipart/x-mixed-replace; boundary=b";
    SourceOptions turned = SourceOptions.defaults().withRotate(90);
    assertThat(seenOf(stream.toByteArray(), type, turned)).isEqualTo("64x96 3012");
  }

  @Test
  void shouldTurnADrawnScene() throws Exception {
    String url = "scene:?seed=7&width=320&height=240&duration=1";
    try (FrameSource upright = FrameSources.open(url);
        FrameSource turned = FrameSources.open(url, SourceOptions.defaults().withRotate(270))) {
      byte[] picture = turned.next().picture();
      assertThat(Quarters.seen(picture)).startsWith("240x320 ");
      assertThat(Orientation.of(picture)).isEqualTo(new Orientation(3, false));
      assertThat(Orientation.of(upright.next().picture()).isUpright()).isTrue();
    }
  }

  private byte[] rotated(byte[] picture, int clockwise) throws Exception {
    Files.write(folder.resolve("1"), picture);
    SourceOptions options = SourceOptions.defaults().withRotate(clockwise);
    try (FrameSource source = FrameSources.open(folder.toString(), options)) {
      return source.next().picture();
    }
  }

  private static String seenOfSnapshot(SourceOptions options) throws Exception {
    return seenOf(Quarters.encode(".jpg"), "image/jpeg", options);
  }

  private static String seenOf(byte[] body, String type, SourceOptions options) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", type);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    try (FrameSource source = FrameSources.open(url, options)) {
      return Quarters.seen(source.next().picture());
    } finally {
      server.stop(0);
    }
  }

  private static byte[] withApp1(byte[] jpeg, byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    int length = data.length + 2;
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
    out.writeBytes(data);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  private static Orientation orientation(int tag) {
    for (int turns = 0; turns < 4; turns++) {
      for (boolean mirrored : new boolean[] {false, true}) {
        Orientation orientation = new Orientation(turns, mirrored);
        if (orientation.tag() == tag) {
          return orientation;
        }
      }
    }
    throw new AssertionError(tag);
  }

  /** What is seen of a picture so much further turned. */
  private static String turned(String seen, int clockwise) {
    String size = seen.substring(0, seen.indexOf(' '));
    String quarters = seen.substring(seen.indexOf(' ') + 1);
    int by = clockwise / 90;
    String moved = quarters.substring(4 - by) + quarters.substring(0, 4 - by);
    String[] sides = size.split("x");
    return (by % 2 == 0 ? size : sides[1] + "x" + sides[0]) + " " + moved;
  }
}
