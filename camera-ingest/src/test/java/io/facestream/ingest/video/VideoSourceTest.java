package io.facestream.ingest.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.ingest.camera.FrameSources;
import io.facestream.ingest.source.FrameSource;
import io.facestream.ingest.source.SourceFrame;
import io.facestream.ingest.source.SourceOptions;
import io.facestream.ingest.testing.Videos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoSourceTest {
  private static final SourceOptions DEFAULTS = SourceOptions.defaults();

  @TempDir Path folder;

  @Test
  void shouldReadEveryPictureInOrderWithItsTime() throws Exception {
    List<SourceFrame> frames = readAll(film(50, 25), DEFAULTS);
    List<Integer> numbers = new ArrayList<>();
    for (SourceFrame frame : frames) {
      numbers.add(Videos.numberIn(frame.picture()));
    }
    assertThat(numbers).isEqualTo(IntStream.range(0, 50).boxed().toList());
    assertThat(frames.get(0).mediaTime()).isEqualTo(Duration.ZERO);
    assertThat(frames.get(25).mediaTime()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void shouldScaleDownWhatIsWiderThanAsked() throws Exception {
    SourceOptions narrow =
        new SourceOptions(0, 100, SourceOptions.DEFAULT_JPEG_QUALITY, Duration.ofSeconds(1));
    var image = Videos.read(readAll(film(2, 25), narrow).get(1).picture());
    assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(100, 75);
  }

  @Test
  void shouldLeaveOutWhatExceedsTheRate() throws Exception {
    SourceOptions slow = new SourceOptions(5, 0, 95, Duration.ofSeconds(1));
    assertThat(readAll(film(50, 25), slow)).hasSize(10);
  }

  @ParameterizedTest
  @CsvSource({"90, 0", "180, 0", "270, 0", "0, 90", "0, 180", "0, 270", "270, 180", "180, 90"})
  void shouldTurnAFilmAsItSaysAndAsAsked(int said, int asked) throws Exception {
    int clockwise = (said + asked) % 360;
    Path film = Videos.filmTurned(folder.resolve("turned.mp4"), 2, said);
    var image = Videos.read(readAll(film, DEFAULTS.withRotate(asked)).get(1).picture());
    boolean sideways = clockwise != 180;
    assertThat(image.getWidth()).isEqualTo(sideways ? Videos.HEIGHT : Videos.WIDTH);
    // Picture 1 has its only white cell at its top left corner, wherever that is turned to.
    int x = clockwise == 270 ? 16 : image.getWidth() - 17;
    int y = clockwise == 90 ? 16 : image.getHeight() - 17;
    assertThat(image.getRGB(x, y) & 0xff).isGreaterThan(230);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 5000})
  void shouldSayThatAFileIsNoVideo(int bytes) throws Exception {
    Path file = folder.resolve("broken.mp4");
    byte[] content = new byte[bytes];
    Arrays.fill(content, (byte) 'x');
    Files.write(file, content);
    assertThatThrownBy(() -> readAll(file, DEFAULTS))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("broken.mp4")
        .message()
        .hasLineCount(1);
  }

  @Test
  void shouldSayThatAFileIsCutOff() throws Exception {
    byte[] film = Files.readAllBytes(film(50, 25));
    Path file = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(film, film.length / 2));
    assertThatThrownBy(() -> readAll(file, DEFAULTS))
        .hasMessageContaining("cut.mp4")
        .hasMessageContaining("(FFmpeg: [mov,mp4,m4a,3gp,3g2,mj2] moov atom not found)");
  }

  @Test
  void shouldPassOverDamageWithinAFilm() throws Exception {
    byte[] film = Files.readAllBytes(film(50, 25));
    Arrays.fill(film, film.length / 3, film.length / 2, (byte) 0);
    assertThat(readAll(Files.write(folder.resolve("damaged.mp4"), film), DEFAULTS))
        .hasSizeBetween(10, 50);
  }

  @Test
  void shouldEndAReadWhenItIsClosed() throws Exception {
    FrameSource source = FrameSources.open(film(5, 25).toString());
    source.next();
    source.close();
    source.close();
    assertThatThrownBy(source::next).hasMessageContaining("closed");
  }

  @Test
  void shouldReadAll275PicturesOfTheHamiltonClip() throws Exception {
    String data = System.getenv("FACESTREAM_DATA");
    Assumptions.assumeTrue(data != null, "FACESTREAM_DATA names no folder with videos/");
    List<SourceFrame> frames =
        readAll(Path.of(data, "videos", "short_hamilton_clip.mp4"), DEFAULTS);
    assertThat(frames).hasSize(275);
    assertThat(frames).extracting(SourceFrame::mediaTime).isSorted().doesNotHaveDuplicates();
  }

  private Path film(int pictures, double rate) throws IOException {
    return Videos.film(folder.resolve("film.mp4"), pictures, rate);
  }

  private static List<SourceFrame> readAll(Path file, SourceOptions options) throws Exception {
    List<SourceFrame> frames = new ArrayList<>();
    try (FrameSource source = FrameSources.open(file.toString(), options)) {
      for (SourceFrame frame; (frame = source.next()) != null; ) {
        frames.add(frame);
      }
    }
    return frames;
  }
}
