package io.facestream.vision.store;

import io.facestream.vision.packs.VisionException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread of one process download into a folder at a time: the subtasks of a job all open
 * the same pack at once, and two that append to one {@code .part} would spoil it.
 */
final class DownloadLock implements AutoCloseable {
  // A file lock is held by a process as a whole and says nothing between its threads.
  private static final ReentrantLock WITHIN_PROCESS = new ReentrantLock();

  private final Path file;
  private final FileChannel channel;
  private final FileLock lock;

  private DownloadLock(Path file, FileChannel channel, FileLock lock) {
    this.file = file;
    this.channel = channel;
    this.lock = lock;
  }

  /** Waits until nobody else downloads into this folder. */
  static DownloadLock of(Path folder) {
    // Stays there: were it removed, a waiting process would lock a file that the next cannot see.
    Path file = folder.resolve(".lock");
    WITHIN_PROCESS.lock();
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      return new DownloadLock(file, channel, channel.lock());
    } catch (IOException e) {
      WITHIN_PROCESS.unlock();
      throw new VisionException("Cannot lock " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try (channel) {
      lock.release();
    } catch (IOException e) {
      throw new VisionException("Cannot unlock " + file + ": " + e.getMessage(), e);
    } finally {
      WITHIN_PROCESS.unlock();
    }
  }
}
