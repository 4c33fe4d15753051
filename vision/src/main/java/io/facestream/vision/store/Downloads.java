package io.facestream.vision.store;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.facestream.vision.packs.ModelFile;
import io.facestream.vision.packs.VisionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Downloads model files: resumes what is there, tries again, then the next source, checks, moves.
 */
final class Downloads {
  private final HttpDownload http;
  private final RetryPolicy<Object> retries;

  Downloads(HttpDownload http, Duration firstDelay) {
    this.http = http;
    this.retries =
        RetryPolicy.builder()
            .handle(IOException.class)
            .abortOn(HttpDownload.RefusedException.class)
            .withMaxRetries(3)
            .withBackoff(firstDelay, firstDelay.multipliedBy(8))
            .build();
  }

  static Downloads standard(DownloadListener listener) {
    return new Downloads(new HttpDownload(listener), Duration.ofSeconds(1));
  }

  /**
   * Downloads a file into a folder; a broken-off download is left as {@code .part} and resumed.
   *
   * @throws VisionException when no source has it, or what came has the wrong checksum
   */
  Path fetch(ModelFile model, Path folder) {
    Path target = folder.resolve(model.file()).toAbsolutePath().normalize();
    createFolder(folder);
    try (DownloadLock ignored = DownloadLock.of(folder)) {
      if (Files.exists(target)) {
        // Someone else fetched it while this one waited.
        Checksum.require(model, target);
        return target;
      }
      return fetchAlone(model, target);
    }
  }

  private Path fetchAlone(ModelFile model, Path target) {
    Path part = target.resolveSibling(model.file() + ".part");
    List<String> failures = new ArrayList<>();
    for (String url : model.urls()) {
      try {
        Failsafe.with(retries).run(() -> http.fetch(url, part, model));
        accept(model, part, target);
        return target;
      } catch (FailsafeException | VisionException e) {
        Throwable cause = e instanceof FailsafeException ? e.getCause() : e;
        failures.add(url + ": " + cause.getMessage());
      }
    }
    throw new VisionException(
        "Cannot download "
            + model.file()
            + " ("
            + String.join("; ", failures)
            + "): run 'facestream models fetch' again, or put the file into "
            + target.getParent());
  }

  private static void accept(ModelFile model, Path part, Path target) {
    try {
      String actual = Checksum.of(part);
      if (!actual.equals(model.sha256())) {
        // Resuming it would only fail again.
        Files.delete(part);
        throw new VisionException(
            "what came has SHA-256 " + actual + " where " + model.sha256() + " is expected");
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new VisionException("cannot keep it as " + target + ": " + e.getMessage(), e);
    }
  }

  private static void createFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new VisionException("Cannot create the folder " + folder + ": " + e.getMessage(), e);
    }
  }
}
