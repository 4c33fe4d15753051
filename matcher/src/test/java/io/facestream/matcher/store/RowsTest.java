package io.facestream.matcher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {
  private static final int D = 512;
  private static final float[] ROW = new float[D];

  static {
    Arrays.fill(ROW, 1);
  }

  @TempDir Path folder;

  @Test
  void shouldTakeAtMost2700BytesARowAndFreeThemOnClose() {
    long before = bytes("direct");
    try (Rows rows = filled(4 * RowBlock.ROWS, null)) {
      assertThat((bytes("direct") - before) / rows.size()).isLessThan(2600);
    }
    assertThat(bytes("direct")).isEqualTo(before);
  }

  @Test
  void shouldTakeAtMost600BytesARowWithFp32InAFile() throws IOException {
    long before = bytes("direct");
    try (Rows rows = filled(20 * RowBlock.ROWS, folder)) {
      assertThat((bytes("direct") - before) / rows.size()).isLessThan(530);
      assertThat(files()).as("unlinked at once: a killed process leaves nothing").isZero();
      assertThat(bytes("mapped")).isGreaterThan(20L * RowBlock.ROWS * D * Float.BYTES);
      assertThat(rows.blockOf(17 * 1024 + 5).exact().getFloat(5 * D * 4)).isEqualTo(1);
    }
    assertThat(bytes("direct")).isEqualTo(before);
    assertThat(bytes("mapped")).isZero();
  }

  @Test
  void shouldTakeTheDiskBeforeItMapsIt() throws Exception {
    Path descriptors = Path.of("/proc/" + ProcessHandle.current().pid() + "/fd");
    assumeTrue(Files.isDirectory(descriptors), "what a deleted file takes is seen in /proc only");
    try (Rows rows = filled(1, folder);
        Stream<Path> open = Files.list(descriptors)) {
      Path file = open.filter(RowsTest::holdsExactRows).findFirst().orElseThrow();
      Process stat = new ProcessBuilder("stat", "-L", "-c", "%b", file.toString()).start();
      String blocks512 =
          new String(stat.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      assertThat(Long.parseLong(blocks512) * 512)
          .isGreaterThanOrEqualTo(16L * RowBlock.ROWS * D * Float.BYTES);
    }
  }

  private static boolean holdsExactRows(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().contains("facestream-rows");
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void shouldGiveBlocksBackWhenRowsAreErased() {
    long before = bytes("direct");
    try (Rows rows = filled(4 * RowBlock.ROWS, null)) {
      long full = bytes("direct") - before;
      while (rows.size() > 10) {
        rows.swapWithLast(0);
      }
      assertThat(bytes("direct") - before).isLessThanOrEqualTo(full / 2);
      rows.append(ROW, 1);
      assertThat(rows.size()).isEqualTo(11);
    }
  }

  @Test
  void shouldAlignBlocksToCacheLines() {
    try (Rows rows = filled(1, null)) {
      assertThat(rows.block(0).coded().high().alignmentOffset(0, 64)).isZero();
      assertThat(rows.block(0).exact().alignmentOffset(0, 64)).isZero();
    }
  }

  @Test
  void shouldSayWhichLimitToRaiseWhenMemoryIsOut() {
    List<NativeMemory> taken = new ArrayList<>();
    try {
      assertThatIllegalStateException()
          .isThrownBy(
              () -> {
                while (true) {
                  taken.add(NativeMemory.allocate(1 << 30));
                }
              })
          .withMessageContaining("-XX:MaxDirectMemorySize");
    } finally {
      taken.forEach(NativeMemory::close);
    }
  }

  private static Rows filled(int size, Path exactRows) {
    Rows rows = new Rows(D, exactRows);
    for (int i = 0; i < size; i++) {
      rows.append(ROW, Math.sqrt(D));
    }
    return rows;
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  private static long bytes(String kind) {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals(kind))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }
}
