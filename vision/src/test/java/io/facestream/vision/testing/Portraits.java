package io.facestream.vision.testing;

import io.facestream.vision.Vision;
import io.facestream.vision.face.FaceEmbedder;
import io.facestream.vision.finder.FaceFinder;
import io.facestream.vision.finder.FinderOptions;
import io.facestream.vision.finder.FoundFaces;
import io.facestream.vision.quality.QualityThresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Embeds the central face of every portrait of a folder, on several threads. */
public final class Portraits {
  private static final Map<String, Map<String, float[]>> KNOWN = new ConcurrentHashMap<>();

  private Portraits() {}

  /**
   * Vectors by path within the folder, {@code person/photo.jpg}; embedded once for all tests, since
   * it takes its time.
   */
  public static Map<String, float[]> embedAll(String pack, Path folder) throws Exception {
    String key = pack + " " + folder;
    Map<String, float[]> known = KNOWN.get(key);
    if (known == null) {
      known = Map.copyOf(embed(pack, folder));
      KNOWN.put(key, known);
    }
    return known;
  }

  private static Map<String, float[]> embed(String pack, Path folder) throws Exception {
    List<Path> photos = photosOf(folder);
    int threads = Math.min(4, Runtime.getRuntime().availableProcessors());
    Map<String, float[]> vectors = new ConcurrentHashMap<>();
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try (Vision vision = Vision.open(pack, TestFiles.models())) {
      List<Callable<Void>> shares =
          IntStream.range(0, threads)
              .<Callable<Void>>mapToObj(
                  share -> () -> embedShare(vision, folder, photos, share, threads, vectors))
              .toList();
      for (Future<Void> done : executor.invokeAll(shares)) {
        done.get();
      }
    } finally {
      executor.shutdown();
    }
    return vectors;
  }

  private static Void embedShare(
      Vision vision,
      Path folder,
      List<Path> photos,
      int share,
      int shares,
      Map<String, float[]> vectors)
      throws Exception {
    FinderOptions options =
        FinderOptions.forVideo(vision.pack()).withQuality(QualityThresholds.none());
    try (FaceFinder finder = vision.newFinder(options);
        FaceEmbedder embedder = vision.newEmbedder()) {
      for (int i = share; i < photos.size(); i += shares) {
        FoundFaces found = finder.find(Files.readAllBytes(photos.get(i)));
        vectors.put(
            folder.relativize(photos.get(i)).toString(),
            embedder.embed(List.of(Central.faceOf(found).crop()))[0]);
      }
    }
    return null;
  }

  private static List<Path> photosOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().matches(".*\\.(jpg|png)")).sorted().toList();
    }
  }
}
