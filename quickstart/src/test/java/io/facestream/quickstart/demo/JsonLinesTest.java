package io.facestream.quickstart.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.facestream.quickstart.QuickstartException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {
  private static final byte[] RECORD = "{}".getBytes(StandardCharsets.UTF_8);

  @Test
  void shouldWriteEachRecordAsALineAtOnce(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("new/folder/verdicts.jsonl");
    try (JsonLines lines = JsonLines.open(file)) {
      lines.add(RECORD);
      lines.add(RECORD);
      assertThat(file).content().isEqualTo("{}\n{}\n");
    }
  }

  @Test
  void shouldNameTheFileThatTakesNoMore() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "this system has no device that is always full");
    JsonLines lines = JsonLines.open(full);
    assertThatThrownBy(() -> lines.add(RECORD))
        .isInstanceOf(QuickstartException.class)
        .hasMessageContaining("/dev/full")
        .hasMessageContaining("make room");
  }
}
