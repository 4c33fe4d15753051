package io.facestream.bench.faces;

import io.facestream.vision.Vision;
import io.facestream.vision.finder.FaceFinder;
import io.facestream.vision.finder.FinderOptions;
import io.facestream.vision.finder.FinderTimes;
import io.facestream.vision.finder.FinderTimes.Stage;
import io.facestream.vision.finder.FoundFace;
import io.facestream.vision.picture.file.UnreadablePictureException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks for faces in the same frames, as the job does, on one thread that does nothing else. */
final class FacesBench {
  private final Vision vision;

  FacesBench(Vision vision) {
    this.vision = vision;
  }

  /** Once to warm up, then once on the watch. */
  FacesRow run(int width, String format, List<byte[]> frames) throws UnreadablePictureException {
    look(width, format, frames);
    return look(width, format, frames);
  }

  private FacesRow look(int width, String format, List<byte[]> frames)
      throws UnreadablePictureException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    FinderTimes times = new FinderTimes(threads::getCurrentThreadCpuTime);
    int found = 0;
    int searched = 0;
    Map<String, Integer> rejected = new TreeMap<>();
    try (FaceFinder finder = vision.newFinder(FinderOptions.forVideo(vision.pack()), times)) {
      for (byte[] frame : frames) {
        for (FoundFace face : finder.find(frame).faces()) {
          found++;
          if (face.usable()) {
            searched++;
          } else {
            rejected.merge(face.rejection().message().replaceAll(":.*", ""), 1, Integer::sum);
          }
        }
      }
    }
    return new FacesRow(
        width, format, frames.size(), found, searched, rejected, perFrame(times, frames.size()));
  }

  private static Map<Stage, Double> perFrame(FinderTimes times, int frames) {
    Map<Stage, Double> milliseconds = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      milliseconds.put(stage, times.nanos(stage) / 1e6 / frames);
    }
    return milliseconds;
  }
}
