package io.facestream.cluster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.options.Remedies;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ClusterCommandTest {
  @TempDir Path folder;
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up --slots 0",
        "up --task-managers 100",
        "up --web-port 70000",
        "scale 0",
        "submit --parallelism 0",
        "submit --parallelism 257",
        "scale many",
        "kill",
        "nonsense"
      })
  void shouldRefuseWhatMakesNoSense(String line) {
    assertThat(run(line)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status",
        "down",
        "submit",
        "scale 2",
        "savepoint",
        "cancel",
        "kill tm-1",
        "start tm-1"
      })
  void shouldSayThatNoClusterIsUp(String line) {
    assertThat(run(line)).isEqualTo(1);
    assertThat(err.toString())
        .contains(
            "No cluster is up in " + folder + "; start one with 'facestream cluster up --dir ",
            "', or name another folder with --dir");
  }

  @Test
  void shouldRefuseAFolderWithoutAName() {
    assertThat(execute("status", "--dir", "")).isEqualTo(2);
    assertThat(err.toString()).contains("--dir must not be empty");
  }

  @Test
  void shouldRefuseAFolderThatIsAFileOrBelowOne() throws IOException {
    Path file = Files.createFile(folder.resolve("notes"));
    for (Path named : List.of(file, file.resolve("cluster"))) {
      assertThat(execute("up", "--dir", named.toString())).isEqualTo(2);
      assertThat(err.toString()).contains(file + " is a file, not a folder");
    }
  }

  @Test
  void shouldListItsCommands() {
    StringWriter out = new StringWriter();
    new CommandLine(new ClusterCommand()).setOut(new PrintWriter(out, true)).execute("--help");
    assertThat(out.toString())
        .contains(
            "up", "submit", "status", "scale", "savepoint", "cancel", "start", "kill", "down");
  }

  private int run(String line) {
    List<String> arguments = new ArrayList<>(List.of(line.split(" ")));
    arguments.addAll(1, List.of("--dir", folder.toString()));
    return execute(arguments.toArray(String[]::new));
  }

  private int execute(String... arguments) {
    return new CommandLine(new ClusterCommand())
        .setErr(new PrintWriter(err, true))
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              command.getErr().println(Remedies.told(command.getCommandSpec(), failure));
              return 1;
            })
        .execute(arguments);
  }
}
