package io.facestream.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Node that drives browsers for Playwright: no other is installed. */
final class DriverNode {
  private static final Optional<String> FOUND = find();

  private DriverNode() {}

  private static Optional<String> find() {
    try {
      Driver driver = Driver.ensureDriverInstalled(Map.of(), false);
      return Optional.of(driver.createProcessBuilder().command().get(0));
    } catch (RuntimeException e) {
      // It has none for this kind of machine.
      return Optional.empty();
    }
  }

  /** Whether there is one for this kind of machine. */
  static boolean isThere() {
    return FOUND.isPresent();
  }

  /**
   * What a run said.
   *
   * @param text output and errors
   */
  record Said(int status, String text) {}

  /** Runs it to its end. */
  static Said run(Path folder, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(FOUND.orElseThrow()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Said(process.waitFor(), text);
  }
}
