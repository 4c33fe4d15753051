package io.facestream.console.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One console serves a folder at a time: what it counts in memory (failed logins, requests of a
 * key) would otherwise be counted twice. Ends with the process, however that ends.
 */
public final class FolderLock implements AutoCloseable {
  private static final String FILE = "serving.lock";

  private final FileChannel file;

  private FolderLock(FileChannel file) {
    this.file = file;
  }

  /**
   * Takes the folder.
   *
   * @param folder exists
   * @throws DatabaseException when another console has it
   */
  public static FolderLock take(Path folder) {
    try {
      FileChannel file =
          FileChannel.open(
              folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isOurs(file)) {
        file.close();
        throw new DatabaseException(
            "Another console serves " + folder + "; end that one, or name another folder", null);
      }
      return new FolderLock(file);
    } catch (IOException e) {
      throw new DatabaseException(
          "The folder " + folder + " cannot be written (" + e.getMessage() + "); name another", e);
    }
  }

  private static boolean isOurs(FileChannel file) throws IOException {
    try {
      FileLock lock = file.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
