package io.facestream.gallery.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who of other people is nearest to a template, by the exact scan: the gallery is divided over the
 * processors, and each looks for all probes in its part.
 */
final class NearestOthers implements AutoCloseable {
  /** Fewer templates are not worth another thread. */
  private static final int WORTH_A_SLICE = 1_000;

  private final List<SliceScan> slices = new ArrayList<>();

  /**
   * Builds the slices.
   *
   * @param people may be joined later; their templates are those of one embedder
   * @param threads at most so many slices, at least 1
   * @throws GalleryTooLargeException when there is no memory for them
   */
  NearestOthers(People people, int threads) {
    int templates = people.templates();
    int count = Math.max(1, Math.min(threads, templates / WORTH_A_SLICE));
    try {
      for (int i = 0; i < count && templates > 0; i++) {
        slices.add(new SliceScan(people, people.template(0).embedding().length));
      }
      for (int i = 0; i < templates; i++) {
        sliceOf(i).add(i);
      }
    } catch (IllegalStateException e) {
      close();
      throw new GalleryTooLargeException(templates, e);
    }
  }

  /** From now on the template is nobody's neighbour. */
  void leaveOut(int template) {
    sliceOf(template).leaveOut(template);
  }

  /** The nearest template of another person, for each of these. */
  Neighbour[] of(int[] probes) {
    return slices.parallelStream()
        .map(slice -> slice.nearestOthers(probes))
        .reduce(NearestOthers::nearer)
        .orElseGet(() -> new Neighbour[0]);
  }

  /** For all templates. */
  Neighbour[] ofAll(int templates) {
    return of(IntStream.range(0, templates).toArray());
  }

  private static Neighbour[] nearer(Neighbour[] a, Neighbour[] b) {
    Neighbour[] nearer = new Neighbour[a.length];
    Arrays.setAll(nearer, i -> Neighbour.nearer(a[i], b[i]));
    return nearer;
  }

  private SliceScan sliceOf(int template) {
    return slices.get(template % slices.size());
  }

  @Override
  public void close() {
    slices.forEach(SliceScan::close);
  }
}
