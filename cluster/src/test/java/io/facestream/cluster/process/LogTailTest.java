package io.facestream.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
  @TempDir private Path folder;

  private Path log;

  @BeforeEach
  void nameLog() {
    log = folder.resolve("jm.log");
  }

  @Test
  void shouldGiveTheLastLinesOldestFirst() throws IOException {
    Files.writeString(log, "one\ntwo\nthree\n");
    assertThat(LogTail.of(log, 2)).containsExactly("two", "three");
    assertThat(LogTail.of(log, 9)).containsExactly("one", "two", "three");
  }

  @Test
  void shouldGiveNoneOfALogThatIsNotThere() {
    assertThat(LogTail.of(log, 9)).isEmpty();
  }

  @Test
  void shouldNotMindBytesThatAreNoText() throws IOException {
    Files.write(log, new byte[] {'a', (byte) 0xFF, '\n', 'b', '\n'});
    assertThat(LogTail.of(log, 1)).containsExactly("b");
  }

  /** A hole takes no room on the disk, and more memory than there is. */
  @Test
  void shouldReadTheEndOnlyOfALogThatFitsNoMemory() throws IOException {
    try (RandomAccessFile huge = new RandomAccessFile(log.toFile(), "rw")) {
      huge.seek(8L << 30);
      huge.write("\none\ntwo\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(LogTail.of(log, 2)).containsExactly("one", "two");
    assertThat(LogTail.of(log, 9)).as("no part of a line").containsExactly("one", "two");
  }

  @Test
  void shouldGiveTheEndOfALineThatIsTooLong() throws IOException {
    Files.writeString(log, "begin" + "x".repeat(100_000) + "end");
    assertThat(LogTail.of(log, 9)).singleElement().asString().endsWith("xend");
  }
}
