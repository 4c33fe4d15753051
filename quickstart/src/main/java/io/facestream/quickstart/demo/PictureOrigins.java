package io.facestream.quickstart.demo;

import io.facestream.ingest.camera.Camera;
import io.facestream.ingest.source.SourceUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the file that a camera's picture came from, where the camera is a folder of pictures. */
final class PictureOrigins {
  private final Map<String, Path> folders = new HashMap<>();

  PictureOrigins(List<Camera> cameras) {
    for (Camera camera : cameras) {
      SourceUrl url = SourceUrl.parse(camera.url());
      if (url.kind() == SourceUrl.Kind.FILE && Files.isDirectory(url.path())) {
        folders.put(camera.id(), url.path());
      }
    }
  }

  /** The file, or, of other cameras, the frame's place on the topic. */
  String of(Refusal frame) {
    Path file = fileOf(frame);
    return file == null ? frame.place() : file + " (" + frame.place() + ")";
  }

  private Path fileOf(Refusal frame) {
    Path folder = folders.get(frame.key());
    if (folder == null || frame.value() == null) {
      return null;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().filter(file -> holds(file, frame.value())).findFirst().orElse(null);
    } catch (IOException e) {
      return null; // Gone since; its place on the topic is told instead.
    }
  }

  private static boolean holds(Path file, byte[] picture) {
    try {
      return Files.isRegularFile(file)
          && Files.size(file) == picture.length
          && Arrays.equals(Files.readAllBytes(file), picture);
    } catch (IOException e) {
      return false;
    }
  }
}
