package io.facestream.quickstart.demo;

import io.facestream.ingest.camera.Camera;
import io.facestream.ingest.camera.Pace;
import io.facestream.ingest.source.SourceUrl;
import io.facestream.quickstart.QuickstartException;
import io.facestream.wire.Addresses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns what stands on the command line into cameras. */
final class CameraList {
  private final boolean untilEnd;
  private final List<Camera> cameras = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  private CameraList(boolean untilEnd) {
    this.untilEnd = untilEnd;
  }

  /**
   * The cameras of a run: named ones first, then a camera for each video, called like its file.
   *
   * @param untilEnd whether what has an end is read once and as fast as possible; otherwise it is
   *     played at its own speed, again and again
   * @throws QuickstartException when a video is not there or a URL is none
   */
  static List<Camera> of(Map<String, String> urlsByName, List<Path> videos, boolean untilEnd) {
    CameraList list = new CameraList(untilEnd);
    urlsByName.forEach(list::add);
    for (Path video : videos) {
      if (!Files.isReadable(video)) {
        throw new QuickstartException("There is no video " + video + "; check the path");
      }
      list.add(list.freeNameFor(video), video.toString());
    }
    return list.cameras;
  }

  private void add(String name, String url) {
    try {
      boolean endless = !untilEnd && !SourceUrl.parse(url).comesBack();
      cameras.add(Camera.of(name, url).withPace(untilEnd ? Pace.NONE : Pace.OWN).withLoop(endless));
      taken.add(name);
    } catch (IllegalArgumentException e) {
      // A name forgotten makes the first part of the address the name.
      String camera = Addresses.mayBeAddress(name) ? "A camera" : "Camera " + name;
      throw new QuickstartException(camera + ": " + e.getMessage(), e);
    }
  }

  private String freeNameFor(Path video) {
    String file = video.getFileName().toString();
    int dot = file.lastIndexOf('.');
    String stem = (dot > 0 ? file.substring(0, dot) : file).replaceAll("[^A-Za-z0-9._-]+", "-");
    String name = stem;
    for (int copy = 2; taken.contains(name); copy++) {
      name = stem + "-" + copy;
    }
    return name;
  }
}
