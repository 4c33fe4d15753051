package io.facestream.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CameraRecordsTest {
  static final CameraSource EVERYTHING =
      new CameraSource("rtsp://admin:S3cret@10.0.0.5:554/live", false, 5.5, 1280, 90, 180);

  private static CameraSource read(String json) throws UnusableRecordException {
    return CameraRecords.source(json.getBytes(UTF_8));
  }

  @Test
  void shouldReadWhatItWrites() throws UnusableRecordException {
    CameraSource least = CameraSource.of("http://camera.example/video");
    assertThat(CameraRecords.source(Json.toBytes(EVERYTHING))).isEqualTo(EVERYTHING);
    assertThat(CameraRecords.source(Json.toBytes(least))).isEqualTo(least);
    assertThat(new String(Json.toBytes(least), UTF_8))
        .isEqualTo("{\"url\":\"http://camera.example/video\"}");
    assertThat(SchemaCheck.errors(Schemas.CAMERA, EVERYTHING)).isEmpty();
    assertThat(EVERYTHING.runs()).isFalse();
    assertThat(least.runs()).isTrue();
  }

  @Test
  void shouldShowNothingOfTheAddressButTheHost() {
    assertThat(EVERYTHING.address()).isEqualTo("rtsp://10.0.0.5:554");
    assertThat(EVERYTHING).hasToString("camera at rtsp://10.0.0.5:554");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{} ~ The camera has no url; give its address",
        "{\"url\": 5} ~ The camera has no url",
        "{\"url\": \"file:///etc/passwd\"} ~ Only cameras on the network are taken; the url begins",
        "{\"url\": \"/etc/passwd\"} ~ Only cameras on the network are taken",
        "{\"url\": \"webcam:0\"} ~ Only cameras on the network are taken",
        "{\"url\": \"scene:?seed=7\"} ~ Only cameras on the network are taken",
        "{\"url\": \"concat:http://a/b\"} ~ Only cameras on the network are taken",
        "{\"url\": \"rtsp:///live\"} ~ the address names no host",
        "{\"url\": \"http://a b/\"} ~ is not a URL",
        "{\"url\": \"rtsp://h/\", \"fps\": 5} ~ There is no field 'fps' in a camera; there are url",
        "{\"url\": \"rtsp://h/\", \"enabled\": \"yes\"} ~ it must be true or false",
        "{\"url\": \"rtsp://h/\", \"rate\": 0} ~ rate is 0; it must be a number above 0",
        "{\"url\": \"rtsp://h/\", \"rate\": \"5\"} ~ rate is no such number",
        "{\"url\": \"rtsp://h/\", \"maxWidth\": 15} ~ maxWidth is 15; it must be a whole number",
        "{\"url\": \"rtsp://h/\", \"jpegQuality\": 95.5} ~ jpegQuality is 95.5; it must be",
        "{\"url\": \"rtsp://h/\", \"rotate\": 45} ~ rotate is 45; it must be 0, 90, 180 or 270"
      })
  void shouldSayWhatIsWrong(String json, String message) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(UnusableRecordException.class)
        .hasMessageContaining(message);
    assertThat(SchemaCheck.errors(Schemas.CAMERA, json)).isNotEmpty();
  }

  @Test
  void shouldNotTakeAMaskForThePassword() {
    assertThatThrownBy(() -> read("{\"url\": \"rtsp://admin:***@10.0.0.5/live\"}"))
        .hasMessageContaining("nothing but asterisks");
  }

  /** Neither the message nor its cause, which a log shows with it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"url\": \"rtsp://admin:S3cret@10.0.0.5/live\", \"url\": 1}",
        "{\"url\": rtsp://admin:S3cret@10.0.0.5/live}",
        "rtsp://admin:S3cret@10.0.0.5/live",
        "\"rtsp://admin:S3cret@10.0.0.5/live\"",
        "{\"url\": \"ftp://admin:S3cret@10.0.0.5/live\"}",
        "{\"url\": \"rtsp://admin:S3cret pw@10.0.0.5/live\"}",
        "{\"rtsp://admin:S3cret@10.0.0.5/live\": 1}",
        "{\"url\": \"rtsp://h/\", \"rate\": \"rtsp://admin:S3cret@h/\"}",
        "{\"url\": \"rtsp://h/\", \"rotate\": \"admin:S3cret@h\"}"
      })
  void shouldTellNoPassword(String json) {
    StringWriter told = new StringWriter();
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(UnusableRecordException.class)
        .satisfies(refusal -> refusal.printStackTrace(new PrintWriter(told)));
    assertThat(told.toString()).doesNotContain("S3cret").doesNotContain("admin");
  }

  @Test
  void shouldKnowNames() throws UnusableRecordException {
    assertThat(CameraRecords.key("door-2.a_b".getBytes(UTF_8))).isEqualTo("door-2.a_b");
    for (String name : new String[] {"", "a b", "a/b", "ä", "x".repeat(101)}) {
      assertThatThrownBy(() -> CameraRecords.key(name.getBytes(UTF_8)))
          .isInstanceOf(UnusableRecordException.class)
          .hasMessageContaining("no name of a camera");
    }
    assertThatThrownBy(() -> CameraRecords.key(null)).isInstanceOf(UnusableRecordException.class);
  }

  @Test
  void shouldReadNoMoreThanAnAddressTakes() {
    String json = "{\"url\": \"rtsp://h/" + "x".repeat(CameraRecords.MAX_VALUE_BYTES) + "\"}";
    assertThatThrownBy(() -> read(json)).hasMessageContaining("at most 16384 are taken");
    assertThatThrownBy(() -> read("{\"url\": \"rtsp://h/" + "x".repeat(2048) + "\"}"))
        .hasMessageContaining("more than 2048 characters");
  }
}
