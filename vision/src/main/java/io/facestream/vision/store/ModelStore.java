package io.facestream.vision.store;

import io.facestream.vision.packs.MissingModelException;
import io.facestream.vision.packs.ModelFile;
import io.facestream.vision.packs.VisionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds model files in folders, else downloads them into the cache; never hands out an unchecked
 * one.
 */
public final class ModelStore {
  private final ModelFolders folders;
  private final Downloads downloads;

  ModelStore(ModelFolders folders, Downloads downloads) {
    this.folders = folders;
    this.downloads = downloads;
  }

  /**
   * The folder given, {@code FACESTREAM_MODELS}, the cache folder, download.
   *
   * @param listener told of downloads
   * @throws VisionException when the folder given does not exist
   */
  public static ModelStore standard(Path modelsDirOrNull, DownloadListener listener) {
    if (modelsDirOrNull != null && !Files.isDirectory(modelsDirOrNull)) {
      throw new VisionException(
          "There is no models folder " + modelsDirOrNull + ": correct the path");
    }
    Path home = Path.of(System.getProperty("user.home"));
    return new ModelStore(
        ModelFolders.of(modelsDirOrNull, System.getenv(), home), Downloads.standard(listener));
  }

  /** The folders that are searched, in order; the last is the cache. */
  public List<Path> searched() {
    return folders.searched();
  }

  /**
   * The first of interchangeable files that is there.
   *
   * @throws VisionException when it has the wrong checksum
   */
  public Optional<LocatedFile> find(List<ModelFile> alternatives) {
    for (Path folder : folders.searched()) {
      for (ModelFile model : alternatives) {
        Path path = folder.resolve(model.file());
        if (Files.isRegularFile(path)) {
          Checksum.require(model, path);
          return Optional.of(new LocatedFile(model, path.toAbsolutePath().normalize()));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * One of interchangeable files, downloaded when none is there.
   *
   * @throws VisionException when none can be had, or one has the wrong checksum
   */
  public LocatedFile require(List<ModelFile> alternatives) {
    return find(alternatives).orElseGet(() -> download(alternatives));
  }

  private LocatedFile download(List<ModelFile> alternatives) {
    ModelFile model =
        alternatives.stream()
            .filter(ModelFile::downloadable)
            .findFirst()
            .orElseThrow(() -> noSource(alternatives.get(0)));
    return new LocatedFile(model, downloads.fetch(model, folders.cache()));
  }

  private VisionException noSource(ModelFile model) {
    String places =
        folders.searched().stream().map(Path::toString).collect(Collectors.joining(", "));
    return new MissingModelException(
        model.file()
            + " is in none of "
            + places
            + " and has no public download ("
            + model.origin()
            + "): put a file with SHA-256 "
            + model.sha256()
            + " into one of them");
  }
}
