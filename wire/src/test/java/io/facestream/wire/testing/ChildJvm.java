package io.facestream.wire.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a main class in a JVM of its own, on the class path of this one, in a locale of its own. */
public final class ChildJvm {
  private static final int PATIENCE_SECONDS = 120;

  private ChildJvm() {}

  /**
   * What it said on both streams, read as UTF-8; it is to write no other characters than ASCII ones
   * where the locale knows no more.
   *
   * @param locale such as {@code POSIX} or {@code C.UTF-8}
   * @throws IllegalStateException with all that it said when its exit code is not 0
   */
  public static String run(String locale, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path")));
    words.add(main.getName());
    words.addAll(List.of(arguments));
    // A file of arguments, because this JVM may not have the characters to hand them over itself.
    Path file = Files.createTempFile("facestream-child-", ".args");
    Files.write(file, words.stream().map(ChildJvm::quoted).toList(), StandardCharsets.UTF_8);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder = new ProcessBuilder(java, "@" + file).redirectErrorStream(true);
    builder.environment().put("LC_ALL", locale);
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(main.getName() + " failed: " + said);
      }
      return said;
    } finally {
      process.destroyForcibly();
      Files.delete(file);
    }
  }

  private static String quoted(String word) {
    return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
