package io.facestream.cluster.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a process is started with.
 *
 * @param name such as {@code tm-1}
 * @param command program and arguments
 * @param environment in addition to that of this process
 * @param output file for what it prints, appended to
 */
public record ProcessSpec(
    String name, List<String> command, Map<String, String> environment, Path output) {
  public ProcessSpec {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
