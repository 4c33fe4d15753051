package io.facestream.ingest.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.ingest.camera.FrameSources;
import io.facestream.ingest.source.FrameSource;
import io.facestream.ingest.source.SourceFrame;
import io.facestream.ingest.testing.FieldOrder;
import io.facestream.ingest.testing.FilmServer;
import io.facestream.ingest.testing.InterlacedFilm;
import io.facestream.ingest.testing.InterlacedKind;
import io.facestream.ingest.testing.InterlacedPicture;
import io.facestream.ingest.testing.Videos;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class InterlacedTest {
  private static final int PICTURES = 5;

  @TempDir Path folder;

  @Test
  void shouldGiveEachPictureOfAnInterlacedFilmAtItsTime() throws Exception {
    Path film =
        new InterlacedFilm(320, 240, FieldOrder.TOP_FIRST)
            .times(12)
            .write(folder.resolve("film.ts"));
    List<SourceFrame> frames = readAll(film);
    assertThat(numbers(frames)).isEqualTo(IntStream.range(0, 12).boxed().toList());
    assertThat(frames)
        .extracting(SourceFrame::mediaTime)
        .containsExactlyElementsOf(
            IntStream.range(0, 12).mapToObj(i -> Duration.ofMillis(40L * i)).toList());
  }

  @ParameterizedTest
  @EnumSource
  void shouldGiveEachPictureOfAFileAsItsFirstFieldShowsIt(InterlacedKind film) throws Exception {
    List<SourceFrame> frames = readAll(film.write(folder, PICTURES));
    assertThat(frames).hasSize(PICTURES);
    for (int number = 0; number < PICTURES; number++) {
      assertShowsFirstFieldOf(number, frames.get(number));
    }
    assertThat(frames).extracting(SourceFrame::mediaTime).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void shouldGiveEachPictureOfALiveStreamAsItsFirstFieldShowsIt(InterlacedKind film)
      throws Exception {
    try (FilmServer camera = new FilmServer(film.write(folder, PICTURES));
        FrameSource source = FrameSources.open(camera.url())) {
      assertThat(source.live()).isTrue();
      for (int number = 0; number < PICTURES; number++) {
        assertShowsFirstFieldOf(number, source.next());
      }
      assertThatThrownBy(source::next).hasMessageContaining("ended the stream");
    }
  }

  @Test
  void shouldLoseNoPictureWhenSizeAndInterlacingChange() throws Exception {
    Path film =
        new InterlacedFilm(320, 240, FieldOrder.PROGRESSIVE)
            .times(5)
            .then(320, 240, FieldOrder.TOP_FIRST)
            .times(5)
            .then(640, 480, FieldOrder.TOP_FIRST)
            .times(5)
            .then(320, 240, FieldOrder.PROGRESSIVE)
            .times(5)
            .write(folder.resolve("film.ts"));
    List<SourceFrame> frames = readAll(film);
    assertThat(numbers(frames)).isEqualTo(IntStream.range(0, 20).boxed().toList());
    assertThat(Videos.read(frames.get(12).picture()).getWidth()).isEqualTo(640);
    assertThat(frames).extracting(SourceFrame::mediaTime).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void shouldReadTheInterlacedBroadcastToItsEnd() throws Exception {
    String data = System.getenv("FACESTREAM_DATA");
    Assumptions.assumeTrue(data != null, "FACESTREAM_DATA names no folder with cases/");
    assertThat(readAll(Path.of(data, "cases", "interlaced", "testsrc_576i.ts"))).hasSize(10);
  }

  private static void assertShowsFirstFieldOf(int number, SourceFrame frame) throws Exception {
    BufferedImage picture = Videos.read(frame.picture());
    assertThat(Videos.numberIn(picture)).isEqualTo(number);
    assertThat(InterlacedPicture.differencesFromFirstMoment(picture)).isLessThan(20);
  }

  private static List<Integer> numbers(List<SourceFrame> frames) throws Exception {
    List<Integer> numbers = new ArrayList<>();
    for (SourceFrame frame : frames) {
      numbers.add(Videos.numberIn(frame.picture()));
    }
    return numbers;
  }

  private static List<SourceFrame> readAll(Path file) throws Exception {
    List<SourceFrame> frames = new ArrayList<>();
    try (FrameSource source = FrameSources.open(file.toString())) {
      for (SourceFrame frame; (frame = source.next()) != null; ) {
        frames.add(frame);
      }
    }
    return frames;
  }
}
