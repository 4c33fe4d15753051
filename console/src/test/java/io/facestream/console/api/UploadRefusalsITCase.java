package io.facestream.console.api;

import static io.facestream.console.testing.CraftedPictures.animated;
import static io.facestream.console.testing.CraftedPictures.chunk;
import static io.facestream.console.testing.CraftedPictures.deflated;
import static io.facestream.console.testing.CraftedPictures.joined;
import static io.facestream.console.testing.CraftedPictures.jpegOfSize;
import static io.facestream.console.testing.CraftedPictures.png;
import static io.facestream.console.testing.CraftedPictures.riff;
import static io.facestream.console.testing.CraftedPictures.webp;
import static io.facestream.console.testing.CraftedPictures.withChunks;
import static io.facestream.console.testing.CraftedPictures.withComment;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.client.follow.Consumers;
import io.facestream.client.follow.ReadToEnd;
import io.facestream.console.DeskTopics;
import io.facestream.console.asks.Picture;
import io.facestream.console.testing.Answer;
import io.facestream.console.testing.Browser;
import io.facestream.console.testing.Pictures;
import io.facestream.console.testing.TestConsole;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.testing.TestJob;
import io.facestream.console.testing.Until;
import io.facestream.onejvm.RunTopics;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures and paths that are meant to do harm, to a console of a running job. */
@Tag("thorough")
@Timeout(180)
class UploadRefusalsITCase {
  private static final String RECOGNIZE = "/api/v1/recognize";
  private static final String SCRIPT = "<script>alert(1)</script>";
  private static final int BOMB = 200_000_000;

  @RegisterExtension static final TestJob JOB = new TestJob();

  private static TestConsole console;
  private static Browser desk;
  private static String secret;

  @BeforeAll
  static void start() {
    console = new TestConsole(TestDatabase.H2, JOB.desk());
    Answer made =
        console
            .admin()
            .post("/api/v1/keys", "{\"name\":\"x\",\"rights\":[\"recognise\",\"enrol\",\"read\"]}");
    secret = made.text("secret");
    desk = console.stranger().withKey(secret);
    Until.holds(() -> assertThat(console.stranger().get("/health").status()).isEqualTo(200));
  }

  @AfterAll
  static void end() {
    console.close();
  }

  private static byte[] grey() {
    return Pictures.encoded(new BufferedImage(320, 240, BufferedImage.TYPE_BYTE_GRAY), "png");
  }

  /** In pieces, so that no header tells how much will come; the body never ends. */
  @Test
  void shouldReadNoMoreOfAPictureThanItMayHave() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", console.address().getPort())) {
      OutputStream out = socket.getOutputStream();
      String head =
          "POST /api/v1/recognize HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/jpeg\r\n"
              + "Authorization: Bearer "
              + secret
              + "\r\nTransfer-Encoding: chunked\r\n\r\n";
      out.write(head.getBytes(ISO_8859_1));
      byte[] piece =
          joined("10000\r\n".getBytes(ISO_8859_1), new byte[0x10000], "\r\n".getBytes(ISO_8859_1));
      for (int sent = 0; sent <= Picture.LONGEST; sent += 0x10000) {
        out.write(piece);
      }
      out.flush();
      byte[] begin = socket.getInputStream().readNBytes(12);
      assertThat(new String(begin, ISO_8859_1)).isEqualTo("HTTP/1.1 413");
    }
  }

  static Stream<Named<byte[]>> floods() {
    return Stream.of(
        Named.of("PNG", png(30_000, 30_000, 1000)),
        Named.of("PNG of two billion a side", png(Integer.MAX_VALUE, Integer.MAX_VALUE, 1000)),
        Named.of("JPEG", jpegOfSize(Pictures.grey(320, 240), 65_500, 65_500)),
        Named.of("WebP", webp(0, 16_384, 16_384, riff("VP8L", new byte[20]))));
  }

  /** By its header: nothing is decoded, and nothing goes to the job. */
  @ParameterizedTest
  @MethodSource("floods")
  void shouldRefuseAFloodOfPixels(byte[] flood) throws Exception {
    long before = published();
    Answer refused = desk.postPicture(RECOGNIZE, flood);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).as(refused.body()).isEqualTo("picture-refused");
    assertThat(refused.text("title")).contains("pixels");
    assertThat(published()).isEqualTo(before);
  }

  @Test
  void shouldRefuseAFloodAsAPhotoToo() {
    Until.holds(
        () -> assertThat(desk.get("/api/v1/people").json().at("/items/0").isObject()).isTrue());
    String person = desk.get("/api/v1/people").json().at("/items/0/personId").asText();
    Answer refused =
        desk.postPicture("/api/v1/people/" + person + "/photos", png(30_000, 30_000, 1000));
    assertThat(refused.code()).as(refused.body()).isEqualTo("picture-refused");
  }

  /** Pixels that inflate to a thousand times what the header says. */
  @Test
  void shouldInflateNoMorePixelsThanTheHeaderSays() {
    Answer answer = desk.postPicture(RECOGNIZE, png(64, 64, BOMB));
    assertThat(answer.status()).as(answer.body()).isIn(200, 422);
    assertThat(desk.postPicture(RECOGNIZE, JOB.pictureOf(0)).text("outcome")).isEqualTo("match");
  }

  /** Text that inflates to 200 MB, where cameras put their notes. */
  @Test
  void shouldInflateNoText() {
    byte[] text = joined("Raw profile type exif\0\0".getBytes(ISO_8859_1), deflated(BOMB));
    Answer answer = desk.postPicture(RECOGNIZE, withChunks(grey(), chunk("zTXt", text)));
    assertThat(answer.text("outcome")).as(answer.body()).isEqualTo("no-face");
    assertThat(frames()).allSatisfy(frame -> assertThat(text(frame)).doesNotContain("zTXt"));
  }

  /** What is a picture and something else goes on as the picture alone. */
  @Test
  void shouldPassOnNothingButThePictureOfAPolyglot() throws IOException {
    byte[] page = withComment(JOB.pictureOf(0), SCRIPT);
    byte[] archive = joined(JOB.pictureOf(0), zip());
    byte[] note = withChunks(grey(), chunk("tEXt", ("Comment\0" + SCRIPT).getBytes(ISO_8859_1)));
    assertThat(desk.postPicture(RECOGNIZE, page).text("outcome")).isEqualTo("match");
    assertThat(desk.postPicture(RECOGNIZE, archive).text("outcome")).isEqualTo("match");
    assertThat(desk.postPicture(RECOGNIZE, note).text("outcome")).isEqualTo("no-face");
    assertThat(frames())
        .isNotEmpty()
        .allSatisfy(frame -> assertThat(text(frame)).doesNotContain(SCRIPT, "hidden.txt"));
    assertThat(desk.postPicture(RECOGNIZE, joined(zip(), JOB.pictureOf(0))).code())
        .isEqualTo("no-picture");
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream archive = new ZipOutputStream(out)) {
      archive.putNextEntry(new ZipEntry("hidden.txt"));
      archive.write(1);
    }
    return out.toByteArray();
  }

  @Test
  void shouldLookAtOneFrameOfSeveralAndPassOnNoOther() {
    Answer first = desk.postPicture(RECOGNIZE, animated(grey()));
    assertThat(first.text("outcome")).as(first.body()).isEqualTo("no-face");
    assertThat(frames())
        .allSatisfy(frame -> assertThat(text(frame)).doesNotContain("acTL", "fdAT"));
    byte[] film = webp(0x02, 320, 240, riff("ANIM", new byte[6]), riff("ANMF", new byte[40]));
    assertThat(desk.postPicture(RECOGNIZE, film).code()).isEqualTo("picture-refused");
  }

  static Stream<Named<byte[]>> truncated() {
    byte[] jpeg = Pictures.grey(320, 240);
    byte[] png = grey();
    byte[] webp = webp(0, 320, 240, riff("VP8L", new byte[20]));
    return Stream.of(
        Named.of("JPEG without its last rows", Arrays.copyOf(jpeg, jpeg.length - 40)),
        Named.of("half a JPEG", Arrays.copyOf(jpeg, jpeg.length / 2)),
        Named.of("PNG without its end", Arrays.copyOf(png, png.length - 12)),
        Named.of("a PNG's signature", Arrays.copyOf(png, 8)),
        Named.of("WebP cut", Arrays.copyOf(webp, webp.length - 4)));
  }

  @ParameterizedTest
  @MethodSource("truncated")
  void shouldRefuseAPictureThatIsNotWhole(byte[] cut) throws Exception {
    long before = published();
    Answer refused = desk.postPicture(RECOGNIZE, cut);
    assertThat(refused.code()).as(refused.body()).isEqualTo("picture-refused");
    assertThat(published()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/people/..%2f..%2f..%2fetc%2fpasswd",
        "/api/v1/people/%2e%2e%2f%2e%2e",
        "/api/v1/people/..%5c..%5cwindows",
        "/api/v1/people/x/photos/..%2f..%2f..%2fetc%2fpasswd/picture",
        "/api/v1/people/x/photos/%2e%2e/picture",
        "/api/v1/people/%00/photos/%00/picture",
        "/api/v1/sightings/..%2f..%2fetc%2fpasswd/picture",
        "/api/v1/alerts/..%2f..%2fetc%2fpasswd/picture",
        "/api/v1/cameras/..%2f..%2fetc%2fpasswd/picture",
        "/api/v1/erasures/..%2f..%2fetc%2fpasswd",
        "/page/..%2f..%2f..%2fetc%2fpasswd",
        "/page/views/..%2f..%2fopenapi.yaml"
      })
  void shouldFindNothingByANameThatClimbs(String path) {
    Answer answer = desk.get(path);
    assertThat(answer.status()).as(answer.body()).isIn(400, 404);
    assertThat(answer.body()).doesNotContain("root:", "openapi:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "a/b", "/"})
  void shouldTakeNoIdThatClimbs(String id) {
    String body = "{\"name\":\"x\",\"face\":\"face_x\",\"personId\":\"" + id + "\"}";
    assertThat(desk.post("/api/v1/people", body).code()).isEqualTo("invalid");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  /** How many pictures ever went to the job. */
  private static long published() throws InterruptedException {
    return new RunTopics(JOB.desk().connection(), "").framesPublished();
  }

  /** All of them. */
  private static List<byte[]> frames() {
    DeskTopics topics = JOB.desk();
    List<byte[]> all = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        Consumers.open(topics.connection(), Duration.ofSeconds(10))) {
      List<TopicPartition> partitions =
          Consumers.partitionsOf(consumer, topics.topics().frames().name());
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      new ReadToEnd(consumer, partitions).read(record -> all.add(record.value()));
    }
    return all;
  }
}
