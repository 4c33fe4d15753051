package io.facestream.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.cluster.process.ManagedProcess;
import io.facestream.cluster.process.ProcessSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class StarterTest {
  @TempDir Path folder;

  @Test
  void shouldShowTheLastLinesOfAProcessThatDiedAtItsStart() {
    Role doomed = new ShellRole("echo the disk is full; exit 1");

    assertThatThrownBy(() -> startAndAwait(doomed))
        .isInstanceOfSatisfying(
            ClusterException.class,
            death -> {
              assertThat(death).hasMessageContaining("tm-1 ended while it started", "tm-1.log");
              assertThat(death.details()).containsExactly("the disk is full");
            });
  }

  private void startAndAwait(Role role) {
    ManagedProcess process = new ManagedProcess("tm-1", folder);
    Starter.awaitReady(role, process, Starter.begin(role, process));
  }

  private final class ShellRole implements Role {
    private final String script;

    ShellRole(String script) {
      this.script = script;
    }

    @Override
    public String name() {
      return "tm-1";
    }

    @Override
    public ProcessSpec spec() {
      return new ProcessSpec(name(), List.of("sh", "-c", script), Map.of(), log());
    }

    @Override
    public boolean isReady() {
      return false;
    }

    @Override
    public Path log() {
      return folder.resolve("tm-1.log");
    }
  }
}
