package io.facestream.quickstart.demo;

import io.facestream.ingest.camera.Camera;
import io.facestream.ingest.camera.FrameSources;
import io.facestream.ingest.scene.SceneUrl;
import io.facestream.ingest.source.FrameSource;
import io.facestream.ingest.source.SourceUrl;
import io.facestream.photos.PhotoFolder;
import io.facestream.quickstart.QuickstartException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What can be found wrong with a plan before a broker and a cluster are started for it. */
final class DemoChecks {
  private static final Set<String> OCCASIONS_OF_THE_JOB = Set.of("frames", "sightings");

  private DemoChecks() {}

  /**
   * Looks at all that a plan reads and writes, except for cameras on the network.
   *
   * @throws QuickstartException with one line: which it is, the cause and the cure
   */
  static void requireUsable(DemoPlan plan) {
    DemoOutputs outputs = plan.outputs();
    Map<String, Path> files = new LinkedHashMap<>();
    files.put("--alerts", outputs.alerts());
    files.put("--sightings", outputs.sightings());
    files.put("--verdicts", outputs.verdicts());
    files.put("--dead-letters", outputs.deadLetters());
    requireNoOccasion(outputs.alerts());
    files.forEach(DemoChecks::requireFile);
    requireFolder("--annotate", outputs.annotate());
    requireDifferent(files);
    PhotoFolder.scan(plan.gallery());
    plan.cameras().forEach(DemoChecks::requireSource);
  }

  /** The job's option of this name takes an occasion, and a file would quietly be called so. */
  private static void requireNoOccasion(Path alertsOrNull) {
    if (alertsOrNull != null && OCCASIONS_OF_THE_JOB.contains(alertsOrNull.toString())) {
      throw new QuickstartException(
          "--alerts names a file here, and '"
              + alertsOrNull
              + "' is a choice of the job; --sightings FILE has one record when somebody comes");
    }
  }

  private static void requireSource(Camera camera) {
    try {
      SourceUrl url = SourceUrl.parse(camera.url());
      switch (url.kind()) {
        case SCENE -> SceneUrl.parse(url.text());
        case FILE -> openOnce(camera);
        default -> {
          // On the network or a device: may be late, and its runner says so.
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new QuickstartException("Camera " + camera.id() + ": " + e.getMessage(), e);
    }
  }

  private static void openOnce(Camera camera) throws IOException {
    FrameSource source = FrameSources.open(camera.url(), camera.options());
    source.close();
  }

  private static void requireDifferent(Map<String, Path> files) {
    Map<Path, String> taken = new HashMap<>();
    files.forEach(
        (option, file) -> {
          String other = file == null ? null : taken.put(file, option);
          if (other != null) {
            throw new QuickstartException(
                other + " and " + option + " both name " + file + "; give each its own file");
          }
        });
  }

  private static void requireFile(String option, Path fileOrNull) {
    if (fileOrNull == null) {
      return;
    }
    try {
      Files.createDirectories(fileOrNull.toAbsolutePath().getParent());
      // Appends nothing: what an earlier run wrote stays until this one really begins.
      Files.newOutputStream(fileOrNull, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
          .close();
    } catch (IOException e) {
      throw cannotWrite(option, fileOrNull, "file", e);
    }
  }

  private static void requireFolder(String option, Path folderOrNull) {
    if (folderOrNull == null) {
      return;
    }
    try {
      Files.createDirectories(folderOrNull);
      Files.delete(Files.createTempFile(folderOrNull, "facestream-", ".try"));
    } catch (IOException e) {
      throw cannotWrite(option, folderOrNull, "folder", e);
    }
  }

  private static QuickstartException cannotWrite(
      String option, Path path, String what, IOException cause) {
    return new QuickstartException(
        String.format(
            Locale.ROOT,
            "%s: cannot write to %s (%s); choose another %s",
            option,
            path,
            reason(path, cause),
            what),
        cause);
  }

  private static String reason(Path path, IOException cause) {
    if (Files.isDirectory(path)) {
      return "it is a folder that does not take the files";
    }
    if (Files.exists(path)) {
      return "it is a file that may not be written, or no folder";
    }
    boolean says = cause instanceof FileSystemException failed && failed.getReason() != null;
    return says
        ? ((FileSystemException) cause).getReason()
        : cause instanceof NoSuchFileException
            ? "it cannot be made there"
            : cause.getClass().getSimpleName();
  }
}
