package io.facestream.ingest.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.ingest.FrameSource;
import io.facestream.ingest.FrameSources;
import io.facestream.ingest.SourceFrame;
import io.facestream.ingest.SourceOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest {
  @TempDir Path folder;

  @Test
  void shouldPassBytesOnAsTheyAreInNaturalOrder() throws Exception {
    for (String name : List.of("frame10.jpg", "frame2.PNG", "Frame1.webp", "notes.txt")) {
      write(name);
    }
    Files.createDirectory(folder.resolve("frame0.jpg"));
    List<SourceFrame> frames = readAll(SourceOptions.defaults());
    assertThat(frames)
        .extracting(frame -> new String(frame.picture(), StandardCharsets.UTF_8))
        .containsExactly("Frame1.webp", "frame2.PNG", "frame10.jpg");
    assertThat(frames)
        .extracting(SourceFrame::contentType)
        .containsExactly("image/webp", "image/png", "image/jpeg");
  }

  @Test
  void shouldSpaceThePicturesByTheRate() throws Exception {
    write("1.jpg");
    write("2.jpg");
    assertThat(readAll(new SourceOptions(4, 0, 95, Duration.ofSeconds(1))))
        .extracting(SourceFrame::mediaTime)
        .containsExactly(Duration.ZERO, Duration.ofMillis(250));
  }

  @Test
  void shouldSayThatAFolderHoldsNoPicture() throws Exception {
    write("notes.txt");
    assertThatThrownBy(() -> FrameSources.open(folder.toString()))
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("no picture");
  }

  @Test
  void shouldSayThatPicturesOfAFolderAreNotScaled() throws Exception {
    write("1.jpg");
    SourceOptions narrow = new SourceOptions(0, 100, 95, Duration.ofSeconds(1));
    assertThatThrownBy(() -> FrameSources.open(folder.toString(), narrow))
        .hasMessageContaining("max-width");
  }

  private void write(String name) throws IOException {
    Files.writeString(folder.resolve(name), name);
  }

  private List<SourceFrame> readAll(SourceOptions options) throws Exception {
    List<SourceFrame> frames = new ArrayList<>();
    try (FrameSource source = FrameSources.open(folder.toUri().toString(), options)) {
      for (SourceFrame frame; (frame = source.next()) != null; ) {
        frames.add(frame);
      }
    }
    return frames;
  }
}
