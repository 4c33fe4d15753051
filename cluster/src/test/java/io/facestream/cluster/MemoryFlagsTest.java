package io.facestream.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryFlagsTest {
  @Test
  void shouldTakeFlagsOfTheJvmAndOfFlinkFromTheToolsOutput() {
    MemoryFlags flags =
        MemoryFlags.parse(
            """
            INFO  [] - Loading configuration property: rest.port, 8081
            BASH_JAVA_UTILS_EXEC_RESULT:-Xmx512m -Xms512m
            BASH_JAVA_UTILS_EXEC_RESULT:-D taskmanager.cpu.cores=2.0 -D taskmanager.memory.managed.size=1b
            """
                .lines()
                .toList());
    assertThat(flags.jvm()).containsExactly("-Xmx512m", "-Xms512m");
    assertThat(flags.dynamic())
        .containsExactly(
            "-D", "taskmanager.cpu.cores=2.0", "-D", "taskmanager.memory.managed.size=1b");
  }

  @Test
  void shouldPassOnWhatFlinkSaysOfTooLittleMemory() {
    assertThatThrownBy(
            () -> MemoryFlags.parse(List.of("Exception in thread: Sum exceeds the total")))
        .isInstanceOfSatisfying(
            ClusterException.class,
            refusal -> assertThat(refusal.details()).singleElement().asString().contains("Sum"));
  }
}
