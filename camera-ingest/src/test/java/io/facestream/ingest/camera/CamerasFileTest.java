package io.facestream.ingest.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.ingest.source.SourceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CamerasFileTest {
  @TempDir Path folder;

  @Test
  void shouldNotTakeAFolderForAList() {
    assertThatThrownBy(() -> CamerasFile.read(folder))
        .isInstanceOf(IngestException.class)
        .hasMessage(folder + ": it is a folder. Name the list in it");
  }

  @Test
  void shouldReadEveryField() throws IOException {
    List<Camera> cameras =
        read(
            """
            defaults:
              max-width: 1280
              rate: 10
            cameras:
              - id: lobby
                url: rtsp://user:pass@10.0.0.5/stream1
                rate: 2.5
                jpeg-quality: 80
                read-timeout: 1m30s
                rotate: 270
                buffer: 7
              - id: door
                url: door.mp4
                pace: none
                loop: true
            """);
    assertThat(cameras)
        .containsExactly(
            new Camera(
                "lobby",
                "rtsp://user:pass@10.0.0.5/stream1",
                Pace.OWN,
                false,
                7,
                new SourceOptions(2.5, 1280, 80, Duration.ofSeconds(90), 270)),
            new Camera(
                "door",
                folder.resolve("door.mp4").toString(),
                Pace.NONE,
                true,
                30,
                new SourceOptions(10, 1280, 95, Duration.ofSeconds(10))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: a, url: x.mp4}, {id: a, url: y.mp4} | camera 'a' is there twice. Give each its own id",
        "{id: a, url: x.mp4, fps: 3} | camera 'a': unknown field: 'fps'. Known: id, url,",
        "{id: a} | camera 'a': has no url",
        "{url: x.mp4} | camera number 1: has no id",
        "{id: a, url: 'ftp://h/x'} | camera 'a': 'ftp://' is not a known kind of source. Known: rtsp://, http://",
        "{id: 'a b', url: x.mp4} | camera 'a b': 'a b' is no camera id",
        "{id: a, url: x.mp4, rate: fast} | camera 'a': rate must be a number, not 'fast'",
        "{id: a, url: x.mp4, rate: -1} | camera 'a': rate must be above 0",
        "{id: a, url: x.mp4, jpeg-quality: 101} | camera 'a': jpeg-quality must be between 1 and 100",
        "{id: a, url: x.mp4, max-width: 1.5} | camera 'a': max-width must be a whole number",
        "{id: a, url: x.mp4, pace: slow} | camera 'a': pace must be 'own' or 'none', not 'slow'",
        "{id: a, url: x.mp4, loop: 3} | camera 'a': loop must be true or false",
        "{id: a, url: x.mp4, read-timeout: soon} | camera 'a': read-timeout must be a time such as",
        "{id: a, url: x.mp4, read-timeout: 0s} | camera 'a': read-timeout must be above 0",
        "{id: a, url: x.mp4, rotate: 45} | camera 'a': rotate must be 0, 90, 180 or 270, not 45",
        "{id: a, url: x.mp4, rotate: -90} | camera 'a': rotate must be 0, 90, 180 or 270, not -90",
        "{id: a, url: x.mp4, rotate: left} | camera 'a': rotate must be a whole number",
        "{id: a, url: x.mp4, buffer: 0} | camera 'a': buffer must be at least 1",
        "{id: a, id: b, url: x.mp4} | not valid YAML: Duplicate field 'id'",
        "just-a-word | camera number 1: must be fields such as",
        "'' | there is no list 'cameras'"
      })
  void shouldNameFileCameraAndCure(String entries, String complaint) {
    assertThatThrownBy(() -> read("cameras: [" + entries + "]"))
        .isInstanceOf(IngestException.class)
        .hasMessageContaining("cameras.yaml: ")
        .hasMessageContaining(complaint)
        .message()
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cameras: [ | not valid YAML: expected the node content, but found",
        "{[a]: b} | line 1: not valid YAML: the name of a field must be a plain word",
        "kameras: [] | there is no list 'cameras'",
        "{cameras: [{id: a, url: b}], topic: x} | unknown field: 'topic'",
        "{cameras: [{id: a, url: b}], defaults: {url: x}} | defaults: id and url belong to a camera",
        "{cameras: [{id: a, url: b}], defaults: {fps: 1}} | defaults: unknown field: 'fps'"
      })
  void shouldSayWhatIsWrongWithTheFile(String text, String complaint) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(IngestException.class)
        .hasMessageContaining(complaint)
        .message()
        .hasLineCount(1);
  }

  @Test
  void shouldSayThatTheFileIsNoText() throws IOException {
    Path file = Files.write(folder.resolve("cameras.yaml"), new byte[] {'a', (byte) 0xff, 'b'});
    assertThatThrownBy(() -> CamerasFile.read(file))
        .hasMessageContaining("it is not text in UTF-8")
        .hasMessageNotContaining("java.io");
  }

  @Test
  void shouldSayThatTheFileIsMissing() {
    assertThatThrownBy(() -> CamerasFile.read(folder.resolve("nowhere.yaml")))
        .hasMessageContaining("nowhere.yaml: there is no such file");
  }

  private List<Camera> read(String text) throws IOException {
    return CamerasFile.read(Files.writeString(folder.resolve("cameras.yaml"), text));
  }
}
