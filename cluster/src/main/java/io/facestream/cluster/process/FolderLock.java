package io.facestream.cluster.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A lock that is one for all JVMs and all threads of this machine, and is free again when its
 * holder dies.
 */
public final class FolderLock implements AutoCloseable {
  private static final long STEP_MILLIS = 20;

  /** The system forgets a lock of this JVM when any file of that name is closed: ask here first. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;
  private final FileLock lock;

  private FolderLock(Path file, FileChannel channel, FileLock lock) {
    this.file = file;
    this.channel = channel;
    this.lock = lock;
  }

  /** Takes it, and waits for it as long as somebody else has it. */
  public static FolderLock take(Path file) {
    try {
      Optional<FolderLock> taken = tryTake(file);
      while (taken.isEmpty()) {
        Thread.sleep(STEP_MILLIS);
        taken = tryTake(file);
      }
      return taken.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + file, e);
    }
  }

  /** Takes it, or nothing when somebody else has it. */
  public static Optional<FolderLock> tryTake(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    if (!HELD.add(absolute)) {
      return Optional.empty();
    }
    Optional<FolderLock> taken = Optional.empty();
    try {
      Files.createDirectories(absolute.getParent());
      FileChannel channel =
          FileChannel.open(absolute, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
      } else {
        taken = Optional.of(new FolderLock(absolute, channel, lock));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lock " + file, e);
    } finally {
      if (taken.isEmpty()) {
        HELD.remove(absolute);
      }
    }
    return taken;
  }

  @Override
  public void close() {
    try (channel) {
      lock.release();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot release the lock " + file, e);
    } finally {
      HELD.remove(file);
    }
  }
}
