package io.facestream.cluster;

import io.facestream.cluster.process.Tool;
import java.nio.file.Path;
import java.util.List;

/**
 * The division of a process's memory, as the tool behind Flink's own start scripts computes it; a
 * TaskManager refuses to start without.
 *
 * @param jvm heap, direct memory and metaspace, as flags of the JVM
 * @param dynamic the same for Flink, as {@code -D key=value} arguments
 */
record MemoryFlags(List<String> jvm, List<String> dynamic) {
  private static final String TOOL = "org.apache.flink.runtime.util.bash.BashJavaUtils";
  private static final String MARK = "BASH_JAVA_UTILS_EXEC_RESULT:";

  /** Asks the tool, in a JVM of its own; takes about a second. */
  static MemoryFlags ask(Distribution distribution, Path conf, String what) {
    List<String> command =
        new JavaCommand()
            .flags("-Xmx64m", "-XX:TieredStopAtLevel=1")
            .classPath(JavaCommand.jarsOf(distribution.flinkLib()))
            .main(TOOL, what, "--configDir", conf.toString())
            .build();
    return parse(Tool.run(command).lines());
  }

  static MemoryFlags parse(List<String> said) {
    List<String> results =
        said.stream()
            .filter(line -> line.contains(MARK))
            .map(line -> line.substring(line.indexOf(MARK) + MARK.length()).strip())
            .toList();
    if (results.isEmpty()) {
      throw new ClusterException(
          "Flink cannot divide the memory as it is set; give the processes more, or correct the setting it names",
          said);
    }
    return new MemoryFlags(
        List.of(results.get(0).split("\\s+")),
        results.size() < 2 ? List.of() : List.of(results.get(1).split("\\s+")));
  }
}
