package io.facestream.gallery.check;

import io.facestream.matcher.GallerySlice;
import io.facestream.matcher.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Some of a gallery's templates, and who of other people is nearest among them. */
final class SliceScan implements AutoCloseable {
  private static final int MOST_PROBES = 256;
  private static final int FIRST_DEPTH = 16;
  private static final int DEEPEN_BY = 4;

  /** Bounds kept for a batch, which take 8 bytes each. */
  private static final int MOST_BOUNDS = 1 << 20;

  private final People people;
  private final GallerySlice slice;
  private final Map<String, Integer> places = new HashMap<>();

  SliceScan(People people, int dimension) {
    this.people = people;
    this.slice = GallerySlice.create(dimension);
  }

  void add(int template) {
    CheckedTemplate added = people.template(template);
    slice.put(added.id(), added.embedding());
    places.put(added.id(), template);
  }

  void leaveOut(int template) {
    String id = people.template(template).id();
    slice.erase(id);
    places.remove(id);
  }

  /**
   * The nearest template here of anybody else, for each probe.
   *
   * <p>As many hits as its person has photos here, and one more, cannot all be the person's own.
   * For somebody with many photos fewer usually do, so the search deepens, as the job's does.
   *
   * @param probes templates of the gallery, here or not
   */
  Neighbour[] nearestOthers(int[] probes) {
    Neighbour[] found = new Neighbour[probes.length];
    int[] own = ownPhotosHere();
    List<Integer> pending = new ArrayList<>(probes.length);
    for (int i = 0; i < probes.length; i++) {
      pending.add(i);
    }
    // Like beside like: a batch searches as deep as the deepest of its probes must.
    pending.sort(Comparator.comparingInt(i -> own[people.of(probes[i])]));
    for (int depth = FIRST_DEPTH; !pending.isEmpty(); depth *= DEEPEN_BY) {
      pending = search(pending, probes, own, depth, found);
    }
    return found;
  }

  /** Returns those who found nobody but themselves and must look deeper. */
  private List<Integer> search(
      List<Integer> pending, int[] probes, int[] own, int depth, Neighbour[] found) {
    List<Integer> deeper = new ArrayList<>();
    for (int from = 0; from < pending.size(); ) {
      int to = Math.min(from + MOST_PROBES, pending.size());
      int k = enough(probes[pending.get(to - 1)], own, depth);
      to = Math.min(to, from + Math.max(1, MOST_BOUNDS / k));
      List<Integer> batch = pending.subList(from, to);
      List<List<Hit>> hits = slice.search(rows(batch, probes), batch.size(), k, -1);
      for (int i = 0; i < batch.size(); i++) {
        int probe = probes[batch.get(i)];
        found[batch.get(i)] = firstOther(probe, hits.get(i));
        if (!found[batch.get(i)].exists() && k < enough(probe, own, Integer.MAX_VALUE)) {
          deeper.add(batch.get(i));
        }
      }
      from = to;
    }
    return deeper;
  }

  private int enough(int probe, int[] own, int depth) {
    return (int) Math.min(Math.min(depth, own[people.of(probe)] + 1L), Math.max(1, slice.size()));
  }

  private Neighbour firstOther(int probe, List<Hit> hits) {
    for (Hit hit : hits) {
      int other = places.get(hit.templateId());
      if (people.of(other) != people.of(probe)) {
        return new Neighbour(other, hit.similarity());
      }
    }
    return Neighbour.NONE;
  }

  private int[] ownPhotosHere() {
    int[] counts = new int[people.count()];
    places.values().forEach(template -> counts[people.of(template)]++);
    return counts;
  }

  private float[] rows(List<Integer> batch, int[] probes) {
    int dimension = slice.dimension();
    float[] rows = new float[batch.size() * dimension];
    for (int i = 0; i < batch.size(); i++) {
      float[] embedding = people.template(probes[batch.get(i)]).embedding();
      System.arraycopy(embedding, 0, rows, i * dimension, dimension);
    }
    return rows;
  }

  @Override
  public void close() {
    slice.close();
  }
}
