package io.facestream.cluster.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process in a file: its pid and when it started, since the system gives the pid of a
 * dead process to another one sooner or later.
 */
final class PidFile {
  /** The start is computed from the boot time, which moves a little when the clock is set. */
  private static final Duration CLOCK_MOVES = Duration.ofSeconds(2);

  /** Third word of a process that was ended on purpose. */
  private static final String ENDED = " ended";

  private final Path file;

  PidFile(Path file) {
    this.file = file;
  }

  void write(ProcessHandle process) {
    try {
      Files.createDirectories(file.getParent());
      replace(process.pid() + " " + startOf(process).toEpochMilli());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  /** The process, if it is the one that was written and still runs. */
  Optional<ProcessHandle> read() {
    try {
      String[] words = Files.readString(file).strip().split(" ");
      Instant started = Instant.ofEpochMilli(Long.parseLong(words[1]));
      return ProcessHandle.of(Long.parseLong(words[0]))
          .filter(ProcessHandle::isAlive)
          .filter(process -> isClose(startOf(process), started));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      // Half written when its writer was killed: then nothing is known of a process.
      return Optional.empty();
    }
  }

  /** Whether the process that was written has this pid; it may have died. */
  boolean names(long pid) {
    try {
      return Files.readString(file).startsWith(pid + " ");
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** Notes that the process is ended on purpose, so that nobody starts it again. */
  void markEnded() {
    try {
      String line = Files.readString(file).strip();
      if (!line.endsWith(ENDED)) {
        replace(line + ENDED);
      }
    } catch (NoSuchFileException e) {
      // Then nobody starts it anyway.
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  /** Whether a process was started and not ended on purpose since; it may have died. */
  boolean isWanted() {
    try {
      return !Files.readString(file).strip().endsWith(ENDED);
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** At once: readers never see half of it. */
  private void replace(String line) throws IOException {
    Path whole = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(whole, line + "\n");
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + file, e);
    }
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }

  private static boolean isClose(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(CLOCK_MOVES) < 0;
  }
}
