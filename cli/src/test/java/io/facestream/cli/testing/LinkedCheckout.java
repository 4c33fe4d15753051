package io.facestream.cli.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code bin/facestream} as a process, in a checkout of links to what this build has made. */
public final class LinkedCheckout {
  private static final Path MODULE = Path.of("").toAbsolutePath();

  private final Path folder;
  private final List<String> javaOptions = new ArrayList<>();
  private String jdk = System.getProperty("java.home");

  private LinkedCheckout(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes a checkout that counts as freshly built.
   *
   * @param folder an empty one
   * @param modules whose {@code target/classes} and {@code target/lib} it has
   */
  public static LinkedCheckout in(Path folder, String... modules) throws IOException {
    for (String module : modules) {
      Path target = Files.createDirectories(folder.resolve(module).resolve("target"));
      for (String part : List.of("classes", "lib")) {
        Path built = MODULE.resolveSibling(module).resolve("target").resolve(part);
        assertThat(built).isDirectory();
        Files.createSymbolicLink(target.resolve(part), built);
      }
    }
    Files.createDirectory(folder.resolve("bin"));
    for (String file : List.of("bin/facestream", "pom.xml")) {
      Files.copy(MODULE.resolveSibling(file), folder.resolve(file));
    }
    Files.createFile(folder.resolve("cli/target/built"));
    return new LinkedCheckout(folder);
  }

  /** The same, whose processes have one more option of {@code java}. */
  public LinkedCheckout withJavaOption(String option) {
    javaOptions.add(option);
    return this;
  }

  /** The same, whose JAVA_HOME is another. */
  public LinkedCheckout withJdk(Path other) {
    jdk = other.toString();
    return this;
  }

  /** Starts {@code facestream}; what it says of errors goes to {@link #err}. */
  public Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(folder.resolve("bin/facestream").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(folder.resolve("err").toFile());
    builder.environment().putAll(Map.of("LC_ALL", "POSIX", "LANG", "POSIX"));
    builder.environment().put("JAVA_HOME", jdk);
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    builder.environment().put("FACESTREAM_JAVA_OPTS", String.join(" ", javaOptions));
    return builder.start();
  }

  /** Its output, once it has ended well. */
  public String outputOf(String... arguments) throws IOException, InterruptedException {
    Process process = start(arguments);
    try {
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as(err()).isZero();
      return said;
    } finally {
      process.destroyForcibly();
    }
  }

  /** Standard error of the process started last. */
  public String err() throws IOException {
    return Files.readString(folder.resolve("err"));
  }

  /** What the processes have written to their log. */
  public String log() throws IOException {
    return Files.readString(folder.resolve("cache/facestream/facestream.log"));
  }
}
