package io.facestream.cluster.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process known by its pid file: it may have been started by another JVM, long ago. */
public final class ManagedProcess {
  private final String name;
  private final PidFile pidFile;

  /**
   * A process that may or may not run.
   *
   * @param folder where pid files are
   */
  public ManagedProcess(String name, Path folder) {
    this.name = name;
    this.pidFile = new PidFile(folder.resolve(name + ".pid"));
  }

  public String name() {
    return name;
  }

  /**
   * Starts it; it goes on when this JVM ends.
   *
   * @return the child of this JVM, which alone the system tells its exit code
   */
  public Process start(ProcessSpec spec) {
    ProcessBuilder builder = new ProcessBuilder(spec.command());
    builder.environment().putAll(spec.environment());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(spec.output().toFile()));
    try {
      Files.createDirectories(spec.output().getParent());
      Process process = builder.start();
      process.getOutputStream().close();
      pidFile.write(process.toHandle());
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + name + ": " + e.getMessage(), e);
    }
  }

  /** The running process. */
  public Optional<ProcessHandle> handle() {
    return pidFile.read();
  }

  /** Whether this is what was started last under its name, be it alive or dead. */
  public boolean isLast(Process child) {
    return pidFile.names(child.pid());
  }

  public boolean isAlive() {
    return handle().isPresent();
  }

  /** Whether it was started and not ended on purpose since: if it does not run, it has died. */
  public boolean isWanted() {
    return pidFile.isWanted();
  }

  /** Asks it to end (SIGTERM), and does not wait. */
  public void terminate() {
    pidFile.markEnded();
    handle().ifPresent(ProcessHandle::destroy);
  }

  /**
   * Asks it to end (SIGTERM), and forces it to (SIGKILL) when it has not within a time.
   *
   * @return whether it ran
   */
  public boolean stop(Duration patience) {
    Optional<ProcessHandle> running = handle();
    pidFile.markEnded();
    running.ifPresent(
        process -> {
          process.destroy();
          if (!ends(process, patience)) {
            process.destroyForcibly();
            ends(process, patience);
          }
        });
    pidFile.delete();
    return running.isPresent();
  }

  /**
   * Ends it as {@code kill -9} does, and waits until it is gone.
   *
   * @return its pid, or nothing when it did not run
   */
  public Optional<Long> kill() {
    Optional<ProcessHandle> running = handle();
    pidFile.markEnded();
    running.ifPresent(
        process -> {
          process.destroyForcibly();
          ends(process, Duration.ofSeconds(10));
        });
    return running.map(ProcessHandle::pid);
  }

  private static boolean ends(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot wait for process " + process.pid(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
