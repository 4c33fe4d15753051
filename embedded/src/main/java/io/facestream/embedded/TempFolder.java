package io.facestream.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder that is gone after {@link #close()}, whatever lies in it. */
public final class TempFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TempFolder.class);

  /** Threads that are still ending may write a last file while the folder is being emptied. */
  private static final int ATTEMPTS = 3;

  private final Path path;

  private TempFolder(Path path) {
    this.path = path;
  }

  /**
   * Makes a new folder below {@code java.io.tmpdir}.
   *
   * @param prefix start of the folder's name
   * @throws EmbeddedException when the temporary folder is not writable
   */
  public static TempFolder create(String prefix) {
    try {
      return new TempFolder(Files.createTempDirectory(prefix));
    } catch (IOException e) {
      throw new EmbeddedException(
          "Cannot make a temporary folder in "
              + System.getProperty("java.io.tmpdir")
              + "; free some space, or choose another with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR",
          e);
    }
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() {
    for (int attempt = 1; Files.exists(path) && attempt <= ATTEMPTS; attempt++) {
      deleteWhatIsThere();
    }
    if (Files.exists(path)) {
      LOG.warn("Could not delete all of the temporary folder {}", path);
    }
  }

  private void deleteWhatIsThere() {
    try (Stream<Path> found = Files.walk(path)) {
      List<Path> childrenFirst = found.sorted(Comparator.reverseOrder()).toList();
      for (Path file : childrenFirst) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException e) {
      LOG.debug("Another thread deleted {} first", e.getFile());
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("Could not delete {} yet", path, e);
    }
  }
}
