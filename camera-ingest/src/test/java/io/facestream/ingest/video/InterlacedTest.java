package io.facestream.ingest.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.ingest.FrameSource;
import io.facestream.ingest.FrameSources;
import io.facestream.ingest.SourceFrame;
import io.facestream.ingest.testing.InterlacedFilm;
import io.facestream.ingest.testing.Videos;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterlacedTest {
  @TempDir Path folder;

  @Test
  void shouldGiveEachPictureOfAnInterlacedFilmAtItsTime() throws Exception {
    Path film = new InterlacedFilm(320, 240, true).times(12).write(folder.resolve("film.ts"));
    List<SourceFrame> frames = readAll(film);
    assertThat(numbers(frames)).isEqualTo(IntStream.range(0, 12).boxed().toList());
    assertThat(frames)
        .extracting(SourceFrame::mediaTime)
        .containsExactlyElementsOf(
            IntStream.range(0, 12).mapToObj(i -> Duration.ofMillis(40L * i)).toList());
  }

  @Test
  void shouldLeaveNoCombWhereTheTwoFieldsDiffer() throws Exception {
    Path film = new InterlacedFilm(320, 240, true).times(8).write(folder.resolve("film.ts"));
    BufferedImage picture = Videos.read(readAll(film).get(4).picture());
    assertThat(combAlongTheEdge(picture)).isLessThan(40);
  }

  @Test
  void shouldLoseNoPictureWhenSizeAndInterlacingChange() throws Exception {
    Path film =
        new InterlacedFilm(320, 240, false)
            .times(5)
            .then(320, 240, true)
            .times(5)
            .then(640, 480, true)
            .times(5)
            .then(320, 240, false)
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

  /** Pixels that differ from both lines beside theirs, which are alike. */
  private static int combAlongTheEdge(BufferedImage picture) {
    int count = 0;
    for (int y = 101; y < 199; y++) {
      for (int x = 10; x < 310; x++) {
        int here = picture.getRGB(x, y) >> 8 & 0xff;
        int above = picture.getRGB(x, y - 1) >> 8 & 0xff;
        int below = picture.getRGB(x, y + 1) >> 8 & 0xff;
        if (Math.abs(above - below) < 20 && Math.abs(here - above) > 60) {
          count++;
        }
      }
    }
    return count;
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
