package io.facestream.job.search;

import io.facestream.decision.SearchScope;
import io.facestream.job.frames.Probe;
import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.gallery.Template;
import io.facestream.matcher.GallerySlice;
import io.facestream.matcher.Hit;
import io.facestream.wire.FrameRef;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * Searches the probes of some frames in one slice, deep enough to know the best persons.
 *
 * <p>Somebody with many photos can fill the whole top k. Then the search goes on deeper, until
 * there are as many persons as a verdict shows: the best persons of all slices together are then
 * the same however the gallery is divided, and so is the runner-up, whose distance is the margin.
 * Templates that are not valid when the frame was captured are passed over in the same way: those
 * behind them are found, whoever is out of date. Those that are out of reach at the frame's camera
 * the scan itself leaves out, since they may be most of the gallery, frame after frame. Of somebody
 * who is found within the watchlists that a request names the answer knows of no other: it has no
 * say, wherever the answer goes.
 */
public final class ProbeSearch {
  private static final int DEEPEN_BY = 4;

  private final GallerySlice slice;
  private final Function<String, Template> templates;
  private final Function<SearchScope, BitSet> outOfReach;
  private final SearchSettings settings;

  /**
   * A search.
   *
   * @param templates looks up who a template of the slice is
   * @param outOfReach by who is looked for, the labels of the templates that are out of reach then
   */
  public ProbeSearch(
      GallerySlice slice,
      Function<String, Template> templates,
      Function<SearchScope, BitSet> outOfReach,
      SearchSettings settings) {
    this.slice = slice;
    this.templates = templates;
    this.outOfReach = outOfReach;
    this.settings = settings;
  }

  /**
   * Searches all faces of several frames in one pass over the slice.
   *
   * @return per frame the hits of each probe, in order; a rejected face has none
   */
  public List<List<ProbeHits>> search(List<ProbeFrame> frames) {
    List<float[]> wanted = new ArrayList<>();
    List<BitSet> without = new ArrayList<>();
    List<BitSet> byFrame = new ArrayList<>(frames.size());
    for (ProbeFrame frame : frames) {
      BitSet leftOut = leftOutOf(frame);
      byFrame.add(leftOut);
      for (Probe probe : frame.probes()) {
        if (probe.embedding() != null) {
          wanted.add(probe.embedding());
          without.add(leftOut);
        }
      }
    }
    List<List<Hit>> found =
        slice.search(
            rows(wanted),
            wanted.size(),
            settings.candidates(),
            settings.minSimilarity(),
            without::get);
    Iterator<List<Hit>> next = found.iterator();
    List<List<ProbeHits>> answers = new ArrayList<>(frames.size());
    for (int i = 0; i < frames.size(); i++) {
      answers.add(hitsOf(frames.get(i), byFrame.get(i), next));
    }
    return answers;
  }

  /** The labels of templates that do not count for a frame; null when all do. */
  private BitSet leftOutOf(ProbeFrame frame) {
    SearchScope scope = frame.scope();
    BitSet leftOut = scope.isAll() ? null : outOfReach.apply(scope);
    return leftOut == null || leftOut.isEmpty() ? null : leftOut;
  }

  private List<ProbeHits> hitsOf(ProbeFrame frame, BitSet leftOut, Iterator<List<Hit>> next) {
    List<ProbeHits> hits = new ArrayList<>(frame.probes().size());
    for (Probe probe : frame.probes()) {
      hits.add(
          new ProbeHits(
              probe.embedding() == null
                  ? List.of()
                  : valid(probe.embedding(), leftOut, next.next(), frame.frame())));
    }
    return hits;
  }

  private List<TemplateHit> valid(float[] probe, BitSet leftOut, List<Hit> first, FrameRef frame) {
    List<Hit> found = first;
    List<TemplateHit> hits = identify(found, frame);
    int k = settings.candidates();
    while (found.size() == k && k < slice.size() && personsIn(hits) < settings.persons()) {
      k = (int) Math.min((long) k * DEEPEN_BY, slice.size());
      found = slice.search(probe, 1, k, settings.minSimilarity(), only -> leftOut).get(0);
      hits = identify(found, frame);
    }
    return hits;
  }

  /** Those of the hits that are valid when the frame was taken, with who they are. */
  private List<TemplateHit> identify(List<Hit> hits, FrameRef frame) {
    long capturedAt = frame.capturedAt().toEpochMilli();
    List<TemplateHit> identified = new ArrayList<>(hits.size());
    for (Hit hit : hits) {
      Template template = templates.apply(hit.templateId());
      if (template.isValidAt(capturedAt)) {
        identified.add(
            new TemplateHit(hit.templateId(), hit.similarity(), template.knownOn(frame.scope())));
      }
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
