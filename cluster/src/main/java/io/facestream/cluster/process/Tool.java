package io.facestream.cluster.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs a program that ends by itself. */
public final class Tool {
  private Tool() {}

  /**
   * What came of it.
   *
   * @param exitCode 0 when all went well
   * @param lines all it printed
   */
  public record Result(int exitCode, List<String> lines) {}

  /** Runs it to its end. */
  public static Result run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(), said.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + command.get(0), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a tool ran: " + command.get(0), e);
    }
  }
}
