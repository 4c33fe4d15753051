package io.facestream.cluster;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.facestream.cluster.process.FolderLock;
import io.facestream.wire.Remedy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where a cluster keeps what.
 *
 * @param path the folder, which need not exist
 */
public record ClusterFolder(Path path) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String RESTARTS = "restarts.json";

  /** What Flink and RocksDB append while they rescale a job takes up to 205 characters. */
  private static final int LONGEST_TEMPORARY = 50;

  public Path pids() {
    return path.resolve("pids");
  }

  public Path logs() {
    return path.resolve("logs");
  }

  public Path conf() {
    return path.resolve("conf");
  }

  public Path kafka() {
    return path.resolve("kafka");
  }

  public Path zookeeper() {
    return path.resolve("zookeeper");
  }

  public Path highAvailability() {
    return path.resolve("ha");
  }

  public Path checkpoints() {
    return path.resolve("checkpoints");
  }

  public Path savepoints() {
    return path.resolve("savepoints");
  }

  /** Uploaded jars; kept, so that they outlive the JobManager. */
  public Path uploads() {
    return path.resolve("uploads");
  }

  /**
   * Emptied at each start: what killed processes left behind. Within this folder, unless its path
   * is long: RocksDB names its log after the whole path of a database, and a name has 255
   * characters.
   */
  public Path temporary() {
    Path within = path.resolve("tmp");
    return within.toString().length() <= LONGEST_TEMPORARY
        ? within
        : Path.of(System.getProperty("java.io.tmpdir"), "facestream-" + idOfPath());
  }

  private String idOfPath() {
    return UUID.nameUUIDFromBytes(path.toString().getBytes(StandardCharsets.UTF_8))
        .toString()
        .substring(0, 8);
  }

  /**
   * Flink's BlobUtils encodes the path of the highly available storage as a URI, and then takes it
   * as it is: jars of jobs would go to a second folder, with {@code %20} for a space.
   */
  void requireUsable(boolean highAvailability) {
    var uri = path.toFile().toURI();
    if (highAvailability && !uri.getRawPath().equals(uri.getPath())) {
      throw new ClusterException(
              String.format(
                  Locale.ROOT,
                  "With high availability Flink takes no folder with spaces or special characters, such as %s; rename it",
                  path))
          .helpedBy(Remedy.CLUSTER_FOLDER);
    }
  }

  void writeSpec(ClusterSpec spec) {
    write("cluster.json", spec);
  }

  /** What the cluster was started as, if one ever was here. */
  Optional<ClusterSpec> readSpec() {
    return read("cluster.json", ClusterSpec.class);
  }

  /** Remembers what was submitted, for when it is submitted again with another parallelism. */
  public void writeSubmission(Submission submission) {
    write("submission.json", submission);
  }

  /** What was submitted last, if anything was. */
  public Optional<Submission> readSubmission() {
    return read("submission.json", Submission.class);
  }

  /** Notes how often the supervisor has started which process again. */
  void writeRestarts(Restarts restarts) {
    write(RESTARTS, restarts);
  }

  /** What the supervisor of this cluster has noted; nothing before it is up. */
  Optional<Restarts> readRestarts() {
    return read(RESTARTS, Restarts.class);
  }

  void forgetRestarts() {
    delete(path.resolve(RESTARTS));
  }

  /** For the moment in which a process is started or its supervisor is ended. */
  FolderLock lock() {
    return FolderLock.take(pids().resolve("processes.lock"));
  }

  /** For the life of the supervisor, so that there is one; nothing when there is. */
  Optional<FolderLock> superviseAlone() {
    return FolderLock.tryTake(pids().resolve("supervisor.lock"));
  }

  /** Deletes a folder of this cluster with all that is in it. */
  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> childrenFirst = found.sorted(Comparator.reverseOrder()).toList();
      for (Path file : childrenFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + folder, e);
    }
  }

  private void write(String name, Object value) {
    try {
      Files.createDirectories(path);
      // At once: another process may read it just now.
      Path whole = path.resolve(name + ".new");
      JSON.writerWithDefaultPrettyPrinter().writeValue(whole.toFile(), value);
      Files.move(
          whole,
          path.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ClusterException("Cannot write to " + path + ": " + e.getMessage(), e);
    }
  }

  private <T> Optional<T> read(String name, Class<T> type) {
    Path file = path.resolve(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(file.toFile(), type));
    } catch (IOException e) {
      throw new ClusterException(file + " is not of this version; delete the folder", e)
          .helpedBy(Remedy.CLUSTER_FOLDER);
    }
  }
}
