package io.facestream.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together the command line of a JVM. */
final class JavaCommand {
  /** The first Java that has an option against the warning; older ones refuse to start with it. */
  private static final int WARNS_OF_UNSAFE = 23;

  private final List<String> flags = new ArrayList<>();
  private final List<String> program = new ArrayList<>();
  private String classPath = "";

  JavaCommand flags(List<String> more) {
    flags.addAll(more);
    return this;
  }

  JavaCommand flags(String... more) {
    return flags(List.of(more));
  }

  /** Folders as they are; with a star, all jars of a folder. */
  JavaCommand classPath(Object... entries) {
    classPath =
        Stream.of(entries)
            .map(Object::toString)
            .collect(Collectors.joining(System.getProperty("path.separator")));
    return this;
  }

  JavaCommand main(String mainClass, String... arguments) {
    program.add(mainClass);
    program.addAll(List.of(arguments));
    return this;
  }

  JavaCommand arguments(List<String> more) {
    program.addAll(more);
    return this;
  }

  List<String> build() {
    List<String> command = new ArrayList<>();
    command.add(Distribution.java().toString());
    command.add("-Dfile.encoding=UTF-8");
    // Kafka's broker does not start in Turkish.
    command.add("-Duser.language=en");
    // Flink and RocksDB reach for memory by a class of which newer Javas warn.
    if (Runtime.version().feature() >= WARNS_OF_UNSAFE) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(flags);
    command.addAll(List.of("-cp", classPath));
    command.addAll(program);
    return command;
  }

  /** All jars of a folder, as a class path says it. */
  static String jarsOf(Path folder) {
    return folder.resolve("*").toString();
  }
}
