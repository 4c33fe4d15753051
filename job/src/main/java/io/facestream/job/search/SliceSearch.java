package io.facestream.job.search;

import io.facestream.job.frames.Probe;
import io.facestream.job.gallery.Template;
import io.facestream.matcher.GallerySlice;
import io.facestream.matcher.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Searches the probes of a frame in one slice, deep enough to know the best persons.
 *
 * <p>Somebody with many photos can fill the whole top k. Then the search goes on deeper, until
 * there are as many persons as a verdict shows: the best persons of all slices together are then
 * the same however the gallery is divided, and so is the runner-up, whose distance is the margin.
 */
final class SliceSearch {
  private static final int DEEPEN_BY = 4;

  private final GallerySlice slice;
  private final Function<String, Template> templates;
  private final int candidates;
  private final int persons;
  private final double minSimilarity;

  /**
   * @param templates looks up who a template of the slice is
   * @param candidates templates to return for each probe, at least 1
   * @param persons different persons to return for each probe, as long as the slice has so many
   * @param minSimilarity templates below this cosine are not returned
   */
  SliceSearch(
      GallerySlice slice,
      Function<String, Template> templates,
      int candidates,
      int persons,
      double minSimilarity) {
    this.slice = slice;
    this.templates = templates;
    this.candidates = candidates;
    this.persons = persons;
    this.minSimilarity = minSimilarity;
  }

  /** The hits of each probe, in order; a rejected face has none. */
  List<ProbeHits> search(List<Probe> probes) {
    List<float[]> wanted =
        probes.stream().map(Probe::embedding).filter(embedding -> embedding != null).toList();
    List<List<Hit>> found = slice.search(rows(wanted), wanted.size(), candidates, minSimilarity);
    List<ProbeHits> answers = new ArrayList<>(probes.size());
    int next = 0;
    for (Probe probe : probes) {
      answers.add(
          new ProbeHits(
              probe.embedding() == null ? List.of() : known(probe.embedding(), found.get(next++))));
    }
    return answers;
  }

  private List<TemplateHit> known(float[] probe, List<Hit> first) {
    List<TemplateHit> hits = identify(first);
    int k = candidates;
    while (hits.size() == k && k < slice.size() && personsIn(hits) < persons) {
      k = (int) Math.min((long) k * DEEPEN_BY, slice.size());
      hits = identify(slice.search(probe, 1, k, minSimilarity).get(0));
    }
    return hits;
  }

  private List<TemplateHit> identify(List<Hit> hits) {
    List<TemplateHit> identified = new ArrayList<>(hits.size());
    for (Hit hit : hits) {
      identified.add(
          new TemplateHit(hit.templateId(), hit.similarity(), templates.apply(hit.templateId())));
    }
    return identified;
  }

  private static long personsIn(List<TemplateHit> hits) {
    return hits.stream().map(hit -> hit.template().personId()).distinct().count();
  }

  private float[] rows(List<float[]> embeddings) {
    int dimension = slice.dimension();
    float[] rows = new float[embeddings.size() * dimension];
    for (int row = 0; row < embeddings.size(); row++) {
      System.arraycopy(embeddings.get(row), 0, rows, row * dimension, dimension);
    }
    return rows;
  }
}
