package io.facestream.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  @TempDir Path folder;

  @Test
  void shouldBeHeldByOneAtATime() {
    Path file = folder.resolve("pids").resolve("one.lock");
    try (FolderLock held = FolderLock.take(file)) {
      assertThat(FolderLock.tryTake(file)).isEmpty();
      assertThat(FolderLock.tryTake(file)).isEmpty();
    }
    try (FolderLock again = FolderLock.tryTake(file).orElseThrow()) {
      assertThat(FolderLock.tryTake(file)).isEmpty();
    }
  }
}
