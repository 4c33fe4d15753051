package io.facestream.job.search;

import io.facestream.job.frames.Probe;
import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.gallery.Template;
import io.facestream.matcher.GallerySlice;
import io.facestream.matcher.Hit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * Searches the probes of some frames in one slice, deep enough to know the best persons.
 *
 * <p>Somebody with many photos can fill the whole top k. Then the search goes on deeper, until
 * there are as many persons as a verdict shows: the best persons of all slices together are then
 * the same however the gallery is divided, and so is the runner-up, whose distance is the margin.
 */
public final class ProbeSearch {
  private static final int DEEPEN_BY = 4;

  private final GallerySlice slice;
  private final Function<String, Template> templates;
  private final SearchSettings settings;

  /**
   * A search.
   *
   * @param templates looks up who a template of the slice is
   */
  public ProbeSearch(
      GallerySlice slice, Function<String, Template> templates, SearchSettings settings) {
    this.slice = slice;
    this.templates = templates;
    this.settings = settings;
  }

  /**
   * Searches all faces of several frames in one pass over the slice.
   *
   * @return per frame the hits of each probe, in order; a rejected face has none
   */
  public List<List<ProbeHits>> search(List<ProbeFrame> frames) {
    List<float[]> wanted =
        frames.stream()
            .flatMap(frame -> frame.probes().stream())
            .map(Probe::embedding)
            .filter(embedding -> embedding != null)
            .toList();
    List<List<Hit>> found =
        slice.search(rows(wanted), wanted.size(), settings.candidates(), settings.minSimilarity());
    Iterator<List<Hit>> next = found.iterator();
    List<List<ProbeHits>> answers = new ArrayList<>(frames.size());
    for (ProbeFrame frame : frames) {
      answers.add(hitsOf(frame.probes(), next));
    }
    return answers;
  }

  private List<ProbeHits> hitsOf(List<Probe> probes, Iterator<List<Hit>> next) {
    List<ProbeHits> hits = new ArrayList<>(probes.size());
    for (Probe probe : probes) {
      hits.add(
          new ProbeHits(
              probe.embedding() == null ? List.of() : known(probe.embedding(), next.next())));
    }
    return hits;
  }

  private List<TemplateHit> known(float[] probe, List<Hit> first) {
    List<TemplateHit> hits = identify(first);
    int k = settings.candidates();
    while (hits.size() == k && k < slice.size() && personsIn(hits) < settings.persons()) {
      k = (int) Math.min((long) k * DEEPEN_BY, slice.size());
      hits = identify(slice.search(probe, 1, k, settings.minSimilarity()).get(0));
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
