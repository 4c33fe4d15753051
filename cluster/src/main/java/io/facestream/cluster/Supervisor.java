package io.facestream.cluster;

import io.facestream.cluster.process.LogTail;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Starts again, with back-off, what has died and was not ended on purpose. A process of its own,
 * one for a cluster, because the command that started the cluster has ended long ago.
 */
final class Supervisor {
  private static final Duration STEP = Duration.ofMillis(500);
  private static final int LAST_LINES = 5;

  private final LocalCluster cluster;
  private final PrintStream log;
  private final Map<String, BackOff> backOffs = new HashMap<>();
  private final Map<String, Process> children = new HashMap<>();

  Supervisor(LocalCluster cluster, PrintStream log) {
    this.cluster = cluster;
    this.log = log;
  }

  /**
   * Supervises until it is ended, or the cluster's folder is gone.
   *
   * @param args the folder
   */
  public static void main(String[] args) throws InterruptedException {
    PrintStream log = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    ClusterFolder folder = new ClusterFolder(Path.of(args[0]));
    try (var alone = folder.superviseAlone().orElse(null)) {
      if (alone == null) {
        log.println("Another supervisor is here already");
        return;
      }
      folder.writeRestarts(folder.readRestarts().orElse(Restarts.NONE));
      Supervisor supervisor = new Supervisor(LocalCluster.in(folder.path()), log);
      supervisor.say("Supervising");
      while (Files.isDirectory(folder.pids())) {
        supervisor.look(Instant.now());
        Thread.sleep(STEP.toMillis());
      }
    }
  }

  /** Looks once at all processes. */
  void look(Instant now) {
    List<String> dead = cluster.dead();
    backOffs.forEach(
        (name, backOff) -> {
          if (!dead.contains(name)) {
            backOff.settled();
          }
        });
    for (String name : dead) {
      BackOff backOff = backOffs.computeIfAbsent(name, any -> new BackOff());
      if (!backOff.isPlanned()) {
        Duration wait = backOff.died(now);
        say(
            "%s has died%s; it is started again in %d s. The end of its log:",
            name, exitCode(name), wait.toSeconds());
        LogTail.of(cluster.log(name), LAST_LINES).forEach(line -> log.println("    " + line));
      } else if (backOff.isDue(now)) {
        startAgain(name, backOff, now);
      }
    }
  }

  private void startAgain(String name, BackOff backOff, Instant now) {
    try {
      cluster
          .startAgain(name)
          .ifPresent(
              process -> {
                children.put(name, process);
                backOff.started(now);
                say("%s is started again", name);
              });
    } catch (RuntimeException e) {
      // A full disk, a port that is still taken: it may heal.
      Duration wait = backOff.died(now);
      say("%s cannot be started, next try in %d s: %s", name, wait.toSeconds(), e);
    }
  }

  /** The system tells it to the parent alone, and what 'up' has started has none any more. */
  private String exitCode(String name) {
    Process child = children.get(name);
    return child == null || child.isAlive() || !cluster.isLast(name, child)
        ? ""
        : " with exit code " + child.exitValue();
  }

  private void say(String format, Object... values) {
    log.println(
        Instant.now().truncatedTo(ChronoUnit.SECONDS)
            + " "
            + String.format(Locale.ROOT, format, values));
  }
}
