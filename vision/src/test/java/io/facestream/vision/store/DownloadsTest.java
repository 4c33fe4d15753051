package io.facestream.vision.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.vision.packs.ModelFile;
import io.facestream.vision.packs.VisionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {
  private final Downloads downloads =
      new Downloads(new HttpDownload(new LoggedDownloads()), Duration.ofMillis(1));
  private final byte[] content = new byte[300_000];

  @TempDir Path folder;

  @BeforeEach
  void fillContent() {
    new Random(3).nextBytes(content);
  }

  @Test
  void shouldDownloadIntoAFolderThatDoesNotExistYet() throws Exception {
    try (FileServer server = new FileServer(content)) {
      Path file = downloads.fetch(model(server.url()), folder.resolve("new/models"));
      assertThat(file).hasBinaryContent(content);
      assertThat(file.resolveSibling("m.onnx.part")).doesNotExist();
    }
  }

  @Test
  void shouldGoOnWhereAnEarlierDownloadEnded() throws Exception {
    Files.write(folder.resolve("m.onnx.part"), Arrays.copyOf(content, 100_000));
    try (FileServer server = new FileServer(content)) {
      assertThat(downloads.fetch(model(server.url()), folder)).hasBinaryContent(content);
      assertThat(server.ranges()).containsExactly("bytes=100000-");
    }
  }

  @Test
  void shouldGoOnAfterTheConnectionBrokeMidway() throws Exception {
    try (FileServer server = new FileServer(content).breakingOff(2)) {
      assertThat(downloads.fetch(model(server.url()), folder)).hasBinaryContent(content);
      assertThat(server.ranges()).hasSize(3).first().isEqualTo("none");
      assertThat(server.ranges().subList(1, 3)).allMatch(range -> range.startsWith("bytes="));
    }
  }

  @Test
  void shouldKeepWhatCameWhenTheConnectionBreaksForGood() throws Exception {
    try (FileServer server = new FileServer(content).breakingOff(100)) {
      assertThatThrownBy(() -> downloads.fetch(model(server.url()), folder))
          .isInstanceOf(VisionException.class)
          .hasMessageStartingWith("Cannot download m.onnx (" + server.url());
      assertThat(folder.resolve("m.onnx.part")).exists();
      assertThat(folder.resolve("m.onnx")).doesNotExist();
    }
  }

  @Test
  void shouldRefuseAndRemoveAnotherFileThanTheManifestNames() throws Exception {
    byte[] other = content.clone();
    other[1000]++;
    try (FileServer server = new FileServer(other)) {
      assertThatThrownBy(() -> downloads.fetch(model(server.url()), folder))
          .isInstanceOf(VisionException.class)
          .hasMessageContaining("what came has SHA-256 " + sha256(other))
          .hasMessageContaining("where " + sha256(content) + " is expected");
    }
    assertThat(folder.toFile().list()).containsExactly(".lock");
  }

  @Test
  void shouldNotAskAgainForWhatIsNotThere() throws Exception {
    try (FileServer server = new FileServer(content).answering(404)) {
      assertThatThrownBy(() -> downloads.fetch(model(server.url()), folder))
          .isInstanceOf(VisionException.class)
          .hasMessageContaining("HTTP status 404");
      assertThat(server.ranges()).hasSize(1);
    }
  }

  @Test
  void shouldTryTheNextSourceWhenOneFails() throws Exception {
    try (FileServer gone = new FileServer(content).answering(404);
        FileServer server = new FileServer(content)) {
      assertThat(downloads.fetch(model(gone.url(), server.url()), folder))
          .hasBinaryContent(content);
    }
  }

  @Test
  void shouldStartAfreshWhenThePartIsLongerThanTheFile() throws Exception {
    Files.write(folder.resolve("m.onnx.part"), Arrays.copyOf(content, content.length + 10));
    try (FileServer server = new FileServer(content)) {
      assertThat(downloads.fetch(model(server.url()), folder)).hasBinaryContent(content);
    }
  }

  @Test
  void shouldDownloadOnceWhenSeveralAskAtOnce() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try (FileServer server = new FileServer(content)) {
      Callable<Path> fetch = () -> downloads.fetch(model(server.url()), folder);
      for (Future<Path> file : executor.invokeAll(List.of(fetch, fetch, fetch, fetch))) {
        assertThat(file.get()).hasBinaryContent(content);
      }
      assertThat(server.ranges()).hasSize(1);
    } finally {
      executor.shutdown();
    }
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("m.onnx", ".lock");
  }

  @Test
  void shouldSayInOneLineThatThereIsNoConnection() throws Exception {
    FileServer server = new FileServer(content);
    server.close();
    assertThatThrownBy(() -> downloads.fetch(model(server.url()), folder))
        .isInstanceOf(VisionException.class)
        .hasMessageContaining("run 'facestream models fetch' again")
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  private ModelFile model(String... urls) {
    return new ModelFile(
        "m.onnx", sha256(content), content.length, List.of(urls), "made up", "none", 1);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
