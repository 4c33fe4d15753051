package io.facestream.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class ManagedProcessTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir Path folder;

  @AfterEach
  void endWhatWasStarted() {
    process().kill();
  }

  @Test
  void shouldBeFoundAgainByItsPidFile() {
    start("sleep", "60");

    assertThat(new ManagedProcess("tm-1", folder).isAlive()).isTrue();
  }

  @Test
  void shouldEndWhenAskedTo() {
    start("sleep", "60");

    assertThat(process().stop(PATIENCE)).isTrue();
    assertThat(process().isAlive()).isFalse();
    assertThat(process().stop(PATIENCE)).isFalse();
  }

  @Test
  void shouldBeForcedToEndWhenItDoesNotListen() throws Exception {
    start("sh", "-c", "trap '' TERM; echo deaf; while true; do sleep 1; done");
    while (!Files.readString(output()).contains("deaf")) {
      Thread.sleep(10);
    }

    assertThat(process().stop(Duration.ofMillis(300))).isTrue();
    assertThat(process().isAlive()).isFalse();
  }

  @Test
  void shouldBeKilled() {
    start("sleep", "60");
    long pid = process().handle().orElseThrow().pid();

    assertThat(process().kill()).hasValue(pid);
    assertThat(process().kill()).isEmpty();
  }

  @Test
  void shouldBeWantedWhenItDiedAndNotWhenItWasEndedOnPurpose() {
    assertThat(process().isWanted()).isFalse();
    start("sh", "-c", "exit 1");
    assertThat(process().isWanted()).isTrue();

    start("sleep", "60");
    process().kill();
    assertThat(process().isWanted()).isFalse();
    assertThat(process().isAlive()).isFalse();

    start("sleep", "60");
    process().stop(PATIENCE);
    assertThat(process().isWanted()).isFalse();
  }

  @Test
  void shouldNotTakeAnotherProcessWithTheSamePidForItsOwn() throws Exception {
    long pid = ProcessHandle.current().pid();
    Files.writeString(folder.resolve("tm-1.pid"), pid + " 1000\n");

    assertThat(process().isAlive()).isFalse();
    assertThat(process().kill()).isEmpty();
  }

  @Test
  void shouldNotStumbleOverAPidFileThatWasCutOff() throws Exception {
    Files.writeString(folder.resolve("tm-1.pid"), "");

    assertThat(process().isAlive()).isFalse();
  }

  private void start(String... command) {
    process().start(new ProcessSpec("tm-1", List.of(command), Map.of(), output()));
  }

  private ManagedProcess process() {
    return new ManagedProcess("tm-1", folder);
  }

  private Path output() {
    return folder.resolve("tm-1.out");
  }
}
