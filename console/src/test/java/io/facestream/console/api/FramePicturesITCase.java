package io.facestream.console.api;

import static io.facestream.console.testing.TestEvents.alert;
import static io.facestream.console.testing.TestEvents.person;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.console.DeskTopics;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.TestBroker;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.testing.Until;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("thorough")
class FramePicturesITCase {
  private static final Instant NOON = Instant.parse("2026-03-01T11:00:00Z");
  private static final String SECRET = "taken at home";

  private DeskTopics desk;
  private TestConsole console;
  private Browser admin;

  @BeforeEach
  void start() {
    desk = TestBroker.fresh();
    console = new TestConsole(TestDatabase.H2, desk);
    admin = console.admin();
  }

  @AfterEach
  void end() {
    console.close();
  }

  /** Red, and blue where the face is; with a note of the camera's. */
  private static byte[] frame() throws IOException {
    return noted("Exif\0\0" + SECRET);
  }

  /** As {@link #frame()}, of a camera that lies on its side: the frame is to be turned right. */
  private static byte[] lying() throws IOException {
    String littleEndian = "II*\0\10\0\0\0";
    String orientation = "\1\0\22\1\3\0\1\0\0\0\6\0\0\0\0\0\0\0";
    return noted("Exif\0\0" + littleEndian + orientation + SECRET);
  }

  private static byte[] noted(String exif) throws IOException {
    BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, 640, 480);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(160, 120, 320, 240);
    graphics.dispose();
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", plain);
    byte[] bytes = plain.toByteArray();
    byte[] note = exif.getBytes(ISO_8859_1);
    ByteArrayOutputStream noted = new ByteArrayOutputStream();
    noted.write(bytes, 0, 2);
    noted.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (note.length + 2)});
    noted.write(note);
    noted.write(bytes, 2, bytes.length - 2);
    return noted.toByteArray();
  }

  /** The path of an alert about the first frame of partition 0. */
  private String alertOf(Instant capturedAt) {
    TestBroker.write(
        desk.topics().alerts().name(),
        "lobby",
        alert("lobby", 0, capturedAt, person("ada", "staff")));
    Until.holds(() -> assertThat(admin.get("/api/v1/alerts").json().get("items")).hasSize(1));
    return admin.get("/api/v1/alerts").json().at("/items/0/picture").asText();
  }

  private static BufferedImage decoded(byte[] jpeg) throws IOException {
    assertThat(new String(jpeg, ISO_8859_1)).doesNotContain(SECRET);
    return ImageIO.read(new ByteArrayInputStream(jpeg));
  }

  @Test
  void shouldShowTheFaceWithAMarginOrAllAndNoNoteOfTheCamera() throws IOException {
    String topic = desk.topics().frames().name();
    TestBroker.write(topic, 0, NOON, "lobby".getBytes(UTF_8), frame());
    String path = alertOf(NOON);

    BufferedImage face = decoded(admin.picture(path));
    assertThat(face.getWidth()).isEqualTo(576); // 320 and 0.4 of it on each side
    assertThat(face.getHeight()).isEqualTo(432);
    assertThat(new Color(face.getRGB(288, 216)).getBlue()).isGreaterThan(200);
    assertThat(new Color(face.getRGB(5, 5)).getRed()).isGreaterThan(200);
    assertThat(decoded(admin.picture(path + "?whole=true")).getWidth()).isEqualTo(640);
    assertThat(admin.get(path + "?whole=maybe").code()).isEqualTo("invalid");
    Browser other = console.withKey("\"rights\":[\"read\"],\"watchlists\":[\"guests\"]");
    assertThat(other.get(path).status()).isEqualTo(404);
  }

  /** The job finds faces in the upright picture. */
  @Test
  void shouldCutFromThePictureAsItIsSeen() throws IOException {
    String topic = desk.topics().frames().name();
    TestBroker.write(topic, 0, NOON, "lobby".getBytes(UTF_8), lying());
    String path = alertOf(NOON);

    BufferedImage whole = decoded(admin.picture(path + "?whole=true"));
    assertThat(whole.getWidth()).isEqualTo(480);
    assertThat(whole.getHeight()).isEqualTo(640);
    assertThat(decoded(admin.picture(path)).getWidth()).isEqualTo(432);
  }

  @Test
  void shouldShowNoOtherPictureInTheSamePlace() throws IOException {
    String topic = desk.topics().frames().name();
    TestBroker.write(topic, 0, NOON.plusSeconds(1), "lobby".getBytes(UTF_8), frame());
    assertThat(admin.get(alertOf(NOON)).code()).isEqualTo("picture-gone");
  }

  @Test
  void shouldSayThatAPictureIsGone() {
    assertThat(admin.get(alertOf(NOON)).code()).isEqualTo("picture-gone");
  }

  @Test
  void shouldSayThatItCannotDecodeAFrame() {
    String topic = desk.topics().frames().name();
    TestBroker.write(topic, 0, NOON, "lobby".getBytes(UTF_8), new byte[] {1, 2, 3});
    assertThat(admin.get(alertOf(NOON)).code()).isEqualTo("picture-unreadable");
  }
}
