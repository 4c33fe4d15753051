package io.facestream.ingest.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.ingest.camera.FrameSources;
import io.facestream.ingest.source.FrameSource;
import io.facestream.ingest.source.SourceFrame;
import io.facestream.ingest.source.SourceListener;
import io.facestream.ingest.source.SourceOptions;
import io.facestream.ingest.testing.Videos;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderSourceTest {
  private static final byte[] WEBP = "RIFF....WEBPVP8 ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] HEIC =
      "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;
  private final List<String> skipped = new ArrayList<>();

  @Test
  void shouldPassBytesOnAsTheyAreInNaturalOrder() throws Exception {
    byte[] jpeg = Videos.encode(1, "jpg");
    byte[] png = Videos.encode(2, "png");
    write("frame10.jpg", jpeg);
    write("frame2.PNG", png);
    write("Frame1.webp", WEBP);
    Files.createDirectory(folder.resolve("frame0.jpg"));
    List<SourceFrame> frames = readAll(SourceOptions.defaults());
    assertThat(frames).extracting(SourceFrame::picture).containsExactly(WEBP, png, jpeg);
    assertThat(frames)
        .extracting(SourceFrame::contentType)
        .containsExactly("image/webp", "image/png", "image/jpeg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.jpe", "1.jfif", "1", "1.txt", "1.png", "1.JPG.part"})
  void shouldKnowAPictureByItsBytesWhateverItsName(String name) throws Exception {
    write(name, Videos.encode(1, "jpg"));
    assertThat(readAll(SourceOptions.defaults()))
        .extracting(SourceFrame::contentType)
        .containsExactly("image/jpeg");
  }

  @Test
  void shouldNotLookAtHiddenFilesNorSkipWithoutAWord() throws Exception {
    write("._001.jpg", new byte[4096]);
    write(".hidden.jpg", Videos.encode(9, "jpg"));
    Files.createDirectory(folder.resolve(".thumbnails"));
    write("0.heic", HEIC);
    write("1.jpg", Videos.encode(1, "jpg"));
    write("2.bmp", Videos.encode(2, "bmp"));
    write("3.txt", "notes".getBytes(StandardCharsets.UTF_8));
    write("4.jpg", new byte[0]);
    write("5.jpg", Videos.encode(5, "jpg"));
    List<SourceFrame> frames = readAll(SourceOptions.defaults());
    assertThat(frames)
        .extracting(SourceFrame::mediaTime)
        .containsExactly(Duration.ZERO, Duration.ofMillis(200));
    assertThat(skipped)
        .containsExactly(
            "0.heic: HEIC, frames are JPEG, PNG or WebP",
            "2.bmp: BMP, frames are JPEG, PNG or WebP",
            "3.txt: no picture",
            "4.jpg: empty");
  }

  @Test
  void shouldMeasureAFileBeforeReadingIt() throws Exception {
    write("1.jpg", Videos.encode(1, "jpg"));
    write("2.jpg", Videos.encode(2, "jpg"));
    write("3.jpg", Videos.encode(3, "jpg"));
    lengthen("2.jpg", 3L << 30);
    write("4.mp4", new byte[0]);
    lengthen("4.mp4", 3L << 30);
    assertThat(readAll(SourceOptions.defaults()))
        .extracting(SourceFrame::mediaTime)
        .containsExactly(Duration.ZERO, Duration.ofMillis(400));
    assertThat(skipped).containsExactly("2.jpg: 3221225472 bytes", "4.mp4: no picture");
  }

  @Test
  void shouldSpaceThePicturesByTheRate() throws Exception {
    write("1.jpg", Videos.encode(1, "jpg"));
    write("2.jpg", Videos.encode(2, "jpg"));
    assertThat(readAll(new SourceOptions(4, 0, 95, Duration.ofSeconds(1))))
        .extracting(SourceFrame::mediaTime)
        .containsExactly(Duration.ZERO, Duration.ofMillis(250));
  }

  @Test
  void shouldSayThatAFolderHoldsNoPicture() throws Exception {
    write("notes.txt", new byte[10]);
    assertThatThrownBy(() -> FrameSources.open(folder.toString()))
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("no picture");
  }

  @Test
  void shouldSayThatPicturesOfAFolderAreNotScaled() throws Exception {
    write("1.jpg", Videos.encode(1, "jpg"));
    SourceOptions narrow = new SourceOptions(0, 100, 95, Duration.ofSeconds(1));
    assertThatThrownBy(() -> FrameSources.open(folder.toString(), narrow))
        .hasMessageContaining("max-width");
  }

  private void write(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
  }

  /** Without writing anything: the file has a hole. */
  private void lengthen(String name, long bytes) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
      file.setLength(bytes);
    }
  }

  private List<SourceFrame> readAll(SourceOptions options) throws Exception {
    List<SourceFrame> frames = new ArrayList<>();
    try (FrameSource source =
        FrameSources.open(folder.toUri().toString(), options, new Remembered())) {
      for (SourceFrame frame; (frame = source.next()) != null; ) {
        frames.add(frame);
      }
    }
    return frames;
  }

  private final class Remembered implements SourceListener {
    @Override
    public void skipped(String what) {
      skipped.add(what);
    }

    @Override
    public void skippedFile(String name, String reason) {
      skipped.add(name + ": " + reason);
    }

    @Override
    public void tooLarge(String name, long bytes) {
      skipped.add(name + ": " + bytes + " bytes");
    }
  }
}
