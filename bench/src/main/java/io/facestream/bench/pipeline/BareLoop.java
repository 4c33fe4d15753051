package io.facestream.bench.pipeline;

import io.facestream.vision.Vision;
import io.facestream.vision.face.FaceEmbedder;
import io.facestream.vision.finder.FaceFinder;
import io.facestream.vision.finder.FinderOptions;
import io.facestream.vision.finder.FoundFace;
import io.facestream.vision.picture.file.UnreadablePictureException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** The same models on the same bytes, on threads that do nothing else. */
final class BareLoop {
  private final Vision vision;
  private final List<byte[]> pictures;
  private final int threads;

  BareLoop(Vision vision, List<byte[]> pictures, int threads) {
    this.vision = vision;
    this.pictures = pictures;
    this.threads = threads;
  }

  /**
   * Looks at pictures, over and over.
   *
   * @param count how many in all
   */
  void run(int count) throws Exception {
    AtomicInteger next = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        workers.add(pool.submit(() -> work(next, count)));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private Void work(AtomicInteger next, int count) throws UnreadablePictureException {
    try (FaceFinder finder = vision.newFinder(FinderOptions.forVideo(vision.pack()));
        FaceEmbedder embedder = vision.newEmbedder()) {
      for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
        List<byte[]> crops =
            finder.find(pictures.get(i % pictures.size())).faces().stream()
                .filter(FoundFace::usable)
                .map(FoundFace::crop)
                .toList();
        if (!crops.isEmpty()) {
          embedder.embed(crops);
        }
      }
    }
    return null;
  }
}
