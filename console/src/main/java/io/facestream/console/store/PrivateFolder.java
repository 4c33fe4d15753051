package io.facestream.console.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The folder of an embedded database, for its owner only: there are people in it, and the database
 * has no password of its own.
 */
final class PrivateFolder {
  private static final Set<PosixFilePermission> OWNERS =
      PosixFilePermissions.fromString("rwx------");

  private PrivateFolder() {}

  /**
   * @throws DatabaseException when it cannot be created, or others may enter it
   */
  static void createOrCheck(Path folder) {
    try {
      boolean isNew = !Files.isDirectory(folder);
      if (isNew) {
        Files.createDirectories(folder);
      }
      PosixFileAttributeView view =
          Files.getFileAttributeView(folder, PosixFileAttributeView.class);
      if (view == null) {
        return;
      }
      if (isNew) {
        view.setPermissions(OWNERS);
      }
      Set<PosixFilePermission> permissions = view.readAttributes().permissions();
      if (!OWNERS.containsAll(permissions)) {
        throw new DatabaseException(
            "Others may enter the folder "
                + folder
                + " ("
                + PosixFilePermissions.toString(permissions)
                + "), and with it the database; close it by chmod 700, or name one that is not there"
                + " yet",
            null);
      }
    } catch (IOException e) {
      throw new DatabaseException(
          "The folder " + folder + " cannot be created (" + e.getMessage() + "); name another", e);
    }
  }
}
