package io.facestream.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What the build has laid ready for a cluster.
 *
 * @param home the project's folder
 */
public record Distribution(Path home) {

  /**
   * The one this JVM belongs to: the system property {@code facestream.home}, which {@code
   * bin/facestream} and the build set, else the working directory.
   *
   * @throws ClusterException when it was not built
   */
  public static Distribution find() {
    Path home = Path.of(System.getProperty("facestream.home", ".")).toAbsolutePath().normalize();
    Distribution found = new Distribution(home);
    for (Path part : new Path[] {found.jobJar(), found.flinkLib(), found.kafkaLib()}) {
      if (!Files.exists(part)) {
        throw new ClusterException(
            String.format(
                Locale.ROOT, "%s is missing: build it with './mvnw -DskipTests package'", part));
      }
    }
    return found;
  }

  /** The job, to be submitted. */
  public Path jobJar() {
    return home.resolve("dist/job/target/facestream-job.jar");
  }

  /** Native libraries and their wrappers, for Flink's class path. */
  public Path nativeLib() {
    return home.resolve("dist/job/target/flink-lib");
  }

  /** Flink's own jars. */
  public Path flinkLib() {
    return home.resolve("dist/flink/target/lib");
  }

  /** The broker's jars. */
  public Path kafkaLib() {
    return home.resolve("dist/kafka/target/lib");
  }

  /** Flink's settings. */
  public Path flinkConf() {
    return home.resolve("flink-conf");
  }

  /** The {@code java} of this JVM, so that all processes run on the same. */
  public static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }
}
