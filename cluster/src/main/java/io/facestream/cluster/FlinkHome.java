package io.facestream.cluster;

import io.facestream.cluster.conf.FlinkYaml;
import io.facestream.cluster.process.ProcessSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What all of Flink's processes have in common: class path, configuration, logging. */
final class FlinkHome {
  /** One thread a subtask: native libraries would start one a core each, glibc an arena each. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of("OMP_NUM_THREADS", "1", "MALLOC_ARENA_MAX", "2");

  private final ClusterFolder folder;
  private final Distribution distribution;
  private final Map<String, String> settings;

  FlinkHome(ClusterSpec spec, Distribution distribution) {
    this.folder = new ClusterFolder(spec.folder());
    this.distribution = distribution;
    this.settings = FlinkSettings.of(spec, distribution);
  }

  /**
   * Writes the configuration; called before each start, so that an edit of the project's counts.
   */
  void configure() {
    FlinkYaml.write(settings, folder.conf().resolve("config.yaml"));
    try {
      Files.copy(
          distribution.flinkConf().resolve("log4j.properties"),
          folder.conf().resolve("log4j.properties"),
          StandardCopyOption.REPLACE_EXISTING);
      Files.createDirectories(folder.temporary());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + folder.path(), e);
    }
  }

  Path conf() {
    return folder.conf();
  }

  Path log(String name) {
    return folder.logs().resolve(name + ".log");
  }

  /** How a process of Flink's is started, with the memory that Flink computes for its kind. */
  ProcessSpec process(String name, MemoryFlags memory, String mainClass, List<String> arguments) {
    JavaCommand java =
        new JavaCommand()
            .flags(memory.jvm())
            .flags(
                "-Djava.io.tmpdir=" + folder.temporary(),
                "-Dlog.file=" + log(name),
                "-Dlog4j.configurationFile=" + folder.conf().resolve("log4j.properties"))
            .flags(jvmOptions())
            .classPath(
                folder.conf(),
                JavaCommand.jarsOf(distribution.flinkLib()),
                JavaCommand.jarsOf(distribution.nativeLib()))
            .main(mainClass, "--configDir", conf().toString())
            .arguments(memory.dynamic())
            .arguments(arguments);
    return new ProcessSpec(name, java.build(), ENVIRONMENT, folder.logs().resolve(name + ".out"));
  }

  private List<String> jvmOptions() {
    List<String> options = new ArrayList<>();
    options.add("-Djava.awt.headless=true");
    options.addAll(List.of(settings.getOrDefault("env.java.opts.all", "").strip().split("\\s+")));
    return options;
  }

  MemoryFlags jobManagerMemory() {
    return MemoryFlags.ask(distribution, conf(), "GET_JM_RESOURCE_PARAMS");
  }

  MemoryFlags taskManagerMemory() {
    return MemoryFlags.ask(distribution, conf(), "GET_TM_RESOURCE_PARAMS");
  }
}
