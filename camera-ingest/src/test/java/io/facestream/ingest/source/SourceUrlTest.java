package io.facestream.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceUrlTest {

  @ParameterizedTest
  @CsvSource({
    "rtsp://host/a, RTSP",
    "RTSPS://host/a, RTSP",
    "http://user:pass@host:80/a?b=c, HTTP",
    "https://host/, HTTP",
    "clip.mp4, FILE",
    "C:\\clip.mp4, FILE",
    "file:clip.mp4, FILE",
    "webcam:0, WEBCAM",
    "scene:?seed=7, SCENE"
  })
  void shouldTellTheKindByTheScheme(String text, SourceUrl.Kind kind) {
    assertThat(SourceUrl.parse(text).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://host/clip.mp4, not a known kind of source",
    "rtsp:///stream, names no host",
    "http://ho st/, is not a URL",
    "' ', the url is empty"
  })
  void shouldSayWhatIsWrong(String text, String cause) {
    assertThatThrownBy(() -> SourceUrl.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(cause);
  }

  @ParameterizedTest
  @CsvSource({
    "file:///dir/a%20clip.mp4, /dir/a clip.mp4",
    "file:///dir/a clip.mp4, /dir/a clip.mp4",
    "file:/dir/clip.mp4, /dir/clip.mp4",
    "file:clip.mp4, clip.mp4",
    "dir/100%.mp4, dir/100%.mp4"
  })
  void shouldFindThePathInAFileUrl(String text, String path) {
    assertThat(SourceUrl.parse(text).path()).isEqualTo(Path.of(path));
  }

  @Test
  void shouldShowNothingButSchemeHostAndPort() {
    assertThat(SourceUrl.parse("rtsp://admin:secret@host/a?b=c").label()).isEqualTo("rtsp://host");
    assertThat(SourceUrl.parse("http://[::1]:8080/a").label()).isEqualTo("http://[::1]:8080");
    assertThat(SourceUrl.parse("dir/clip.mp4").label()).isEqualTo("dir/clip.mp4");
  }
}
