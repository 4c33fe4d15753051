package io.facestream.cluster;

import io.facestream.cluster.process.LogTail;
import io.facestream.cluster.process.ManagedProcess;
import io.facestream.cluster.process.ProcessSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Starts a process and waits until it is of use, or says what it died of. */
final class Starter {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration STEP = Duration.ofMillis(100);
  private static final int LAST_LINES = 15;

  private Starter() {}

  /** Starts it, and returns at once. */
  static ProcessSpec begin(Role role, ManagedProcess process) {
    ProcessSpec spec = role.spec();
    process.start(spec);
    return spec;
  }

  /** Waits until it is of use. One that ends meanwhile is left to its user, not to a supervisor. */
  static void awaitReady(Role role, ManagedProcess process, ProcessSpec spec) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!role.isReady()) {
      if (!process.isAlive()) {
        process.terminate();
        throw new ClusterException(
            String.format(
                Locale.ROOT, "%s ended while it started; its log is %s", role.name(), role.log()),
            lastLines(role, spec.output()));
      }
      if (System.nanoTime() > deadline) {
        throw new ClusterException(
            String.format(
                Locale.ROOT,
                "%s is not ready after %d s; its log is %s",
                role.name(),
                PATIENCE.toSeconds(),
                role.log()),
            lastLines(role, spec.output()));
      }
      sleep(role.name());
    }
  }

  private static List<String> lastLines(Role role, java.nio.file.Path output) {
    List<String> lines = new ArrayList<>(LogTail.of(role.log(), LAST_LINES));
    if (!output.equals(role.log())) {
      lines.addAll(LogTail.of(output, LAST_LINES));
    }
    return lines;
  }

  private static void sleep(String name) {
    try {
      Thread.sleep(STEP.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException("Interrupted while " + name + " started", e);
    }
  }
}
