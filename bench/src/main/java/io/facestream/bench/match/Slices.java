package io.facestream.bench.match;

import io.facestream.matcher.GallerySlice;
import io.facestream.matcher.Hit;
import io.facestream.matcher.SearchWork;
import io.facestream.matcher.SliceOptions;
import io.facestream.matcher.kernel.ScanKernel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** The templates dealt out to slices, a thread each, as the job does with its subtasks. */
final class Slices implements AutoCloseable {
  private final List<GallerySlice> slices = new ArrayList<>();
  private final ExecutorService threads;

  Slices(Templates templates, int count, Path exactRowsFolder, ScanKernel kernel) throws Exception {
    threads = Executors.newFixedThreadPool(count);
    for (int i = 0; i < count; i++) {
      slices.add(GallerySlice.create(templates.dim(), new SliceOptions(exactRowsFolder), kernel));
    }
    List<Callable<Void>> fills = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int first = i;
      fills.add(
          () -> {
            float[] row = new float[templates.dim()];
            for (int r = first; r < templates.size(); r += count) {
              templates.read(r, row);
              slices.get(first).put(Templates.id(r), row);
            }
            return null;
          });
    }
    all(fills);
  }

  /** As {@link GallerySlice#search}, through all slices at once. */
  List<List<Hit>> search(float[] probes, int count, int k, double minSimilarity) throws Exception {
    if (slices.size() == 1) {
      return slices.get(0).search(probes, count, k, minSimilarity);
    }
    List<Callable<List<List<Hit>>>> searches = new ArrayList<>();
    for (GallerySlice slice : slices) {
      searches.add(() -> slice.search(probes, count, k, minSimilarity));
    }
    List<List<List<Hit>>> partial = all(searches);
    List<List<Hit>> merged = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int probe = i;
      Stream<Hit> hits = partial.stream().flatMap(p -> p.get(probe).stream());
      merged.add(
          hits.sorted(
                  Comparator.comparingDouble(Hit::similarity)
                      .reversed()
                      .thenComparing(Hit::templateId))
              .limit(k)
              .toList());
    }
    return merged;
  }

  SearchWork work() {
    return slices.stream().map(GallerySlice::work).reduce(SearchWork::plus).orElseThrow();
  }

  private <T> List<T> all(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
    List<T> results = new ArrayList<>();
    for (Future<T> future : threads.invokeAll(tasks)) {
      results.add(future.get());
    }
    return results;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    slices.forEach(GallerySlice::close);
  }
}
