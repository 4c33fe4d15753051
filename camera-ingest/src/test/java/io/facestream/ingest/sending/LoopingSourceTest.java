package io.facestream.ingest.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.ingest.camera.FrameSources;
import io.facestream.ingest.source.SourceFrame;
import io.facestream.ingest.testing.Videos;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopingSourceTest {
  @TempDir Path folder;

  @Test
  void shouldStartAgainWithoutAGapInMediaTime() throws Exception {
    Path film = Videos.film(folder.resolve("film.mp4"), 3, 10);
    List<Integer> numbers = new ArrayList<>();
    List<Duration> times = new ArrayList<>();
    try (LoopingSource source =
        new LoopingSource(() -> FrameSources.open(film.toString()), Duration.ofMillis(40))) {
      for (int i = 0; i < 7; i++) {
        SourceFrame frame = source.next();
        numbers.add(Videos.numberIn(frame.picture()));
        times.add(frame.mediaTime());
      }
    }
    assertThat(numbers).containsExactly(0, 1, 2, 0, 1, 2, 0);
    assertThat(times)
        .extracting(Duration::toMillis)
        .containsExactly(0L, 100L, 200L, 300L, 400L, 500L, 600L);
  }
}
